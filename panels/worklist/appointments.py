"""What waits on the way to a post: who is to be invited, how interviews ended, and vacancies whose places are taken."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.ui.wording import within
from panels.models import Appointment
from panels.selectors.appointments import full_vacancies, recruiting_of
from panels.selectors.wording import about
from panels.worklist.checking import OF


def _invite(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Invite {each.case.person.full_name} to an interview, or appoint her",
            why=f"She is eligible for a post: {within(about(each.case))}.",
            url=each.case.get_absolute_url(),
            action="Open the case",
            waiting_since=timezone.localdate(each.eligible_at),
            of=f"{OF}:{each.case_id}",
        )
        for each in recruiting_of(actor).eligible
    ]


def _answer(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Record how the interview with {each.case.person.full_name} ended",
            why="She waits for an answer.",
            url=each.case.get_absolute_url(),
            action="Open the case",
            waiting_since=_held_on(each),
            of=f"{OF}:{each.case_id}",
        )
        for each in recruiting_of(actor).invited
        if _held_on(each) <= on
    ]


def _fill(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Say that the vacancy “{each.title}” is filled",
            why="Somebody is appointed to every place of it.",
            url=reverse("people:vacancy", args=[each.pk]),
            action="Open the vacancy",
        )
        for each in full_vacancies(actor)
    ]


def _held_on(appointment: Appointment) -> date:
    return timezone.localdate(appointment.interview_at or appointment.eligible_at)


declare(Provider("panels.appointment.invite", _invite))
declare(Provider("panels.appointment.answer", _answer))
declare(Provider("panels.appointment.fill", _fill))
