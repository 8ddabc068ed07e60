"""Feedback that waits: to be given, read, written out, or asked for again."""

from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from portfolios.models import Evidence
from portfolios.selectors.feedback import asked_of, quiet, to_read, to_write_out


def _to_give(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Feedback for {evidence.person.full_name}: {evidence.title}",
            why="She asks you to write down what somebody says." if evidence.feedback.is_nameless else "She asks you.",
            url=reverse("portfolios:feedback-answer", args=[evidence.pk]),
            action="Answer",
            waiting_since=_day(evidence.asked_at),
        )
        for evidence in asked_of(actor)
    ]


def _to_read(actor: Actor, on: date) -> list[Item]:
    return [
        _own(evidence, "Feedback came back", "Read it and note what you take from it.", "Read it", "feedback")
        for evidence in to_read(actor)
    ]


def _to_write_out(actor: Actor, on: date) -> list[Item]:
    why = "The recording is deleted as soon as you approve what you wrote out."
    return [
        _own(evidence, "A recording to write out", why, "Write it out", "feedback-write-out")
        for evidence in to_write_out(actor)
    ]


def _quiet(actor: Actor, on: date) -> list[Item]:
    why = "Not answered for a fortnight. Ask once more, or withdraw it; nobody has to answer."
    return [_own(evidence, "Feedback you asked for", why, "Ask once more", "feedback") for evidence in quiet(actor, on)]


def _own(evidence: Evidence, what: str, why: str, *way: str) -> Item:
    action, address = way
    since = evidence.feedback.given_at or evidence.asked_at or evidence.created_at
    url = reverse(f"portfolios:{address}", args=[evidence.pk])
    return Item(what=f"{what}: {evidence.title}", why=why, url=url, action=action, waiting_since=_day(since))


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment is not None else None


declare(Provider("portfolios.feedback_to_give", _to_give))
declare(Provider("portfolios.feedback_to_read", _to_read))
declare(Provider("portfolios.feedback_to_write_out", _to_write_out))
declare(Provider("portfolios.feedback_quiet", _quiet, waits_on_others=True))
