"""Exit interviews to come, for human resources; and one's own reasons, if one likes to say them."""

from datetime import date, timedelta

from django.urls import reverse

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.people.choices.leaving import LeavingState
from academy.people.models import Leaving
from academy.people.rules.spans import in_words
from academy.people.selectors.leavers import listed

ASKED = timedelta(days=30)  # so long after the last day it is still asked for


def _interviews(actor: Actor, on: date) -> list[Item]:
    if not actor.roles:
        return []
    waiting = listed(actor).filter(state=LeavingState.ENTERED, last_on__gte=on - ASKED)
    return [
        Item(
            what=f"Exit interview with {leaving.person.full_name}",
            why=f"Her last day is {in_words(leaving.last_on)}.",
            url=leaving.get_absolute_url(),
            action="Open it",
            due_on=leaving.last_on,
        )
        for leaving in waiting.exclude(person_id=actor.person_id).order_by("last_on", "pk")
    ]


def _own(actor: Actor, on: date) -> list[Item]:
    if actor.person_id is None:
        return []
    own = Leaving.objects.filter(person_id=actor.person_id, state=LeavingState.ENTERED, reasons=[])
    return [
        Item(
            what="Say why you leave, if you like",
            why=f"Your last day is {in_words(leaving.last_on)}. The reasons are counted without your name.",
            url=reverse("people:say-why", args=[leaving.pk]),
            action="Say it",
        )
        for leaving in own.filter(last_on__gte=on - ASKED).order_by("last_on", "pk")
    ]


declare(Provider("people.exit_interviews", _interviews))
declare(Provider("people.own_leaving", _own))
