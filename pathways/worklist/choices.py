"""What waits among pathways chosen: for the manager to agree, and hers that wait for her manager."""

from datetime import date

from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from pathways.models import Choice
from pathways.selectors.choices import called, waiting_for


def _to_agree(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Agree to the pathway {choice.journey.person.full_name} has chosen: {called(choice)}",
            why="You agree on service area and business need, or say why not yet.",
            url=choice.get_absolute_url(),
            action="Read and decide",
            waiting_since=timezone.localdate(choice.asked_at),
        )
        for choice in waiting_for(actor)
    ]


def _awaited(actor: Actor, on: date) -> list[Item]:
    if actor.person_id is None:
        return []
    own = Choice.objects.waiting().filter(journey__person_id=actor.person_id).select_related("journey__ladder")
    return [
        Item(
            what=f"Your manager to agree to your pathway: {called(choice)}",
            why="On service area and business need.",
            url=choice.get_absolute_url(),
            action="See it",
            waiting_since=timezone.localdate(choice.asked_at),
        )
        for choice in own
    ]


declare(Provider("pathways.choice", _to_agree))
declare(Provider("pathways.choice_awaited", _awaited, waits_on_others=True))
