"""What waits for somebody in requests: decisions that are hers, questions to her, and hers that wait for others."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.training.choices import RequestState
from academy.training.models import TrainingRequest
from academy.training.selectors.approvals import waiting_for
from academy.training.selectors.requests import whereabouts_of, with_steps


def _decisions(actor: Actor, on: date) -> list[Item]:
    if not allows("training.approvals.see", actor):
        return []
    return [
        Item(
            what=f"Decide: {row.stage.request.person.full_name} asks for {row.stage.request.title}",
            why=f"{row.size}. Unanswered, it goes up on the day." if row.goes_up_to else f"{row.size}.",
            url=reverse("training:decide", args=[row.stage.pk]),
            action="Decide",
            due_on=row.decide_by,
            waiting_since=timezone.localdate(row.stage.request.asked_since),
        )
        for row in waiting_for(actor)
    ]


def _questions(actor: Actor, on: date) -> list[Item]:
    asked = TrainingRequest.objects.filter(person_id=actor.person_id, state=RequestState.ASKED)
    return [
        Item(
            what=f"Answer the question about “{row.request.title}”",
            why="Until you answer, nobody decides.",
            url=reverse("training:answer-request", args=[row.request.pk]),
            action="Answer",
        )
        for row in whereabouts_of(with_steps(asked), on=on)
    ]


def _awaited(actor: Actor, on: date) -> list[Item]:
    sent = TrainingRequest.objects.filter(person_id=actor.person_id, state=RequestState.SUBMITTED)
    return [
        Item(
            what=f"A decision on “{row.request.title}”",
            why=row.sentence,
            url=row.request.get_absolute_url(),
            action="See it",
            waiting_since=timezone.localdate(row.request.asked_since),
        )
        for row in whereabouts_of(with_steps(sent), on=on)
    ]


declare(Provider("training.decision", _decisions))
declare(Provider("training.question", _questions))
declare(Provider("training.request", _awaited, waits_on_others=True))
