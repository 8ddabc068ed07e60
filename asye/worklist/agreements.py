"""What waits of agreements: her needs, writing, signing."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from asye.selectors.agreements_waiting import needs_waiting, signing_waiting, writing_waiting
from asye.selectors.next_steps import about


def _needs(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what="Hand in what you need to learn in your ASYE",
            why="It comes first: your agreement is written from it.",
            url=reverse("asye:agreement-needs", args=[each.pk]),
            action="Choose the entry",
            due_on=each.due_on,
            waiting_since=timezone.localdate(each.made_at),
            of=about(each.enrolment_id),
        )
        for each in needs_waiting(actor)
    ]


def _writing(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Write the ASYE agreement with {each.enrolment.person.full_name}",
            why="She has handed in what she needs to learn.",
            url=each.get_absolute_url(),
            action="Write it",
            due_on=each.due_on,
            waiting_since=timezone.localdate(each.needs_at),
            of=about(each.enrolment_id),
        )
        for each in writing_waiting(actor)
    ]


def _signing(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=_sign_words(each.enrolment.person.full_name, is_own=each.person_id == actor.person_id),
            why="It holds once everybody has signed.",
            url=reverse("asye:agreement-sign", args=[each.pk]),
            action="Read and sign",
            due_on=each.due_on,
            waiting_since=timezone.localdate(each.changed_at),
            of=about(each.enrolment_id),
        )
        for each in signing_waiting(actor)
    ]


def _sign_words(whose: str, *, is_own: bool) -> str:
    return "Sign your ASYE agreement" if is_own else f"Sign the ASYE agreement of {whose}"


declare(Provider("asye.agreement_needs", _needs))
declare(Provider("asye.agreement_writing", _writing))
declare(Provider("asye.agreement_signing", _signing))
