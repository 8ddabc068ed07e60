"""What waits among things that are to count: for whom the ladder names, and hers that wait for them."""

from datetime import date

from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from pathways.models import Agreement


def _to_decide(actor: Actor, on: date) -> list[Item]:
    waiting = Agreement.objects.waiting().decided_by(actor).select_related("person").order_by("asked_at", "pk")
    return [
        Item(
            what=f"Say whether it counts for {each.person.full_name}: {each.what}",
            why="It counts on her pathway once you agree.",
            url=each.get_absolute_url(),
            action="Read and decide",
            waiting_since=timezone.localdate(each.asked_at),
        )
        for each in waiting
    ]


def _awaited(actor: Actor, on: date) -> list[Item]:
    if actor.person_id is None:
        return []
    return [
        Item(
            what=f"Your {each.get_agreed_by_role_display()} to say whether it counts: {each.what}",
            why="It counts on your pathway once it is agreed.",
            url=each.get_absolute_url(),
            action="See it",
            waiting_since=timezone.localdate(each.asked_at),
        )
        for each in Agreement.objects.waiting().filter(person_id=actor.person_id).order_by("asked_at", "pk")
    ]


declare(Provider("pathways.agreement", _to_decide))
declare(Provider("pathways.agreement_awaited", _awaited, waits_on_others=True))
