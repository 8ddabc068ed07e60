"""What waits of cases before they are looked through: one to begin from outside, one's own to hand in, a manager's
word, what was put off."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.ui.wording import within
from panels.models import Case
from panels.selectors.beginnings import posts_to_apply_for
from panels.selectors.called import called_to
from panels.selectors.cases_waiting import to_take_up, to_vouch_for
from panels.selectors.own_cases import drafts_of
from panels.selectors.wording import about
from panels.worklist.checking import OF


def _begin(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Begin your case for the post “{each.title}”",
            why="It says what is asked of you, and by when.",
            url=reverse("panels:begin-post", args=[each.pk]),
            action="Begin it",
            due_on=each.closes_on,
        )
        for each in posts_to_apply_for(actor)
    ]


def _hand_in(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Hand in your case: {within(about(case))}",
            why="Its page says what is missing.",
            url=case.get_absolute_url(),
            action="Open it",
            due_on=_last_day(case),
            of=f"{OF}:{case.pk}",
        )
        for case in drafts_of(actor)
    ]


def _vouch(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Say whether a formal process is open for {case.person.full_name}",
            why=f"She prepares a case ({within(about(case))}). A yes or no, and nothing more.",
            url=reverse("panels:vouch", args=[case.pk]),
            action="Say so",
            due_on=_last_day(case),
            of=f"{OF}:{case.pk}",
        )
        for case in to_vouch_for(actor)
    ]


def _take_up(actor: Actor, on: date) -> list[Item]:
    cases = list(to_take_up(actor))
    names = called_to(actor, cases) if cases else {}
    return [
        Item(
            what=f"Take the case of {names[case.pk]} up again: {within(about(case))}",
            why="It was put off to another sitting.",
            url=reverse("panels:take-up", args=[case.pk]),
            action="Choose a sitting",
            waiting_since=timezone.localdate(case.moved_at),
            of=f"{OF}:{case.pk}",
        )
        for case in cases
    ]


def _last_day(case: Case) -> date | None:
    found: date | None = getattr(case, "last_day")
    return found


declare(Provider("panels.case.begin", _begin))
declare(Provider("panels.case.hand_in", _hand_in))
declare(Provider("panels.case.vouch", _vouch))
declare(Provider("panels.case.take_up", _take_up))
