"""How a case stands for whoever looks: its days, whom it waits for, what is missing, and what she can do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from panels.choices.cases import BEFORE_ACCEPTED, UNDECIDED, CaseState
from panels.choices.panels import MeetingState
from panels.models import AgendaItem, Case, Extension, Progress, Target
from panels.rules.ball import Ball
from panels.rules.handing_in import HandingIn, Missing, can_withdraw, missing_for
from panels.rules.visibility import As, Sight
from panels.selectors.checks import newer_than_taken
from panels.selectors.handing_in import handing_of
from panels.selectors.plans import asked_last_time
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees
from panels.selectors.waiting import ball_for

RUNS = frozenset({As.CLERK, As.LEAD, As.CHAIR})
VOUCH = "Say whether a formal process is open"
AGAIN_IN = (CaseState.RECEIVED, CaseState.CHANGES_MADE)


@dataclass(frozen=True)
class Button:
    """Something whoever looks can do now."""

    label: str
    name: str
    is_first: bool = False


@dataclass(frozen=True)
class Standing:
    """What the section shows. `missing` is told to the candidate alone, `refusal` is why she cannot withdraw."""

    facts: tuple[tuple[str, str], ...]
    ball: Ball | None
    is_your_turn: bool
    missing: tuple[Missing, ...]
    extensions: tuple[Extension, ...]
    targets: tuple[tuple[Target, tuple[Progress, ...]], ...]
    put_off_because: str
    withdrawn_because: str
    buttons: tuple[tuple[str, str, bool], ...]
    refusal: str


def standing_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """To the candidate, her manager and those who run the panel; nothing to who only judges. Twenty queries at most,
    fourteen of them for the candidate of a case in preparation."""
    if Sight.STANDING not in sees and sees.acts_as.isdisjoint(RUNS):
        return None
    is_own = case.person_id == actor.person_id
    handing = handing_of(case, on=on, is_own_work=True) if is_own and case.state == CaseState.DRAFT else None
    missing = missing_for(handing) if handing is not None else ()
    ball, reads = ball_for(case, sees), is_own or Sight.CHECKS in sees
    may_withdraw = can_withdraw(CaseState(case.state), is_meeting=_is_meeting(case)) if is_own else None
    buttons = tuple(_buttons(case, sees, is_own=is_own, is_whole=not missing))
    if may_withdraw is not None and may_withdraw.allowed:
        buttons = (*buttons, Button("Withdraw", "withdraw"))
    part = Standing(
        facts=tuple(_facts(case, handing)),
        ball=ball,
        is_your_turn=ball is not None and ball.whose in sees.acts_as,
        missing=missing,
        extensions=tuple(case.extensions.select_related("given_by").order_by("given_at", "pk")) if reads else (),
        targets=asked_last_time(case, actor),
        put_off_because=case.put_off_because if reads else "",
        withdrawn_because=case.withdrawn_because if reads else "",
        buttons=tuple((each.label, reverse(f"panels:{each.name}", args=[case.pk]), each.is_first) for each in buttons),
        refusal=may_withdraw.reason if may_withdraw is not None and _is_with_meeting(case) else "",
    )
    return Section("panels/case/_standing.html", {"standing": part, "is_own": is_own}, order=10)


def _facts(case: Case, handing: HandingIn | None) -> Iterator[tuple[str, str]]:
    if case.sitting is not None:
        yield "Sitting", in_words(case.sitting.on)
        yield "Last day to hand in", in_words(handing.last_day if handing is not None else case.sitting.submit_by)
    elif case.vacancy is not None:
        yield "Applications close", in_words(case.vacancy.closes_on)
    if case.pathway:
        yield "Pathway", case.pathway
    if case.handed_in_at is not None:
        yield "Handed in", in_words(timezone.localdate(case.handed_in_at))
    if case.accepted_at is not None:
        yield "Accepted", in_words(timezone.localdate(case.accepted_at))


def _buttons(case: Case, sees: Sees, *, is_own: bool, is_whole: bool) -> Iterator[Button]:
    """What she can do by the parts in which she comes to it."""
    state, parts = case.state, sees.acts_as
    if is_own and state == CaseState.DRAFT and is_whole:
        yield Button("Hand it in", "hand-in", is_first=True)
    if is_own and state in AGAIN_IN and newer_than_taken(case) is not None:
        yield Button("Hand in the newer version of your portfolio", "hand-in-again", is_first=True)
    if As.MANAGER in parts and not is_own and state in (*BEFORE_ACCEPTED, CaseState.DEFERRED):
        is_said = case.has_formal_open is not None
        yield Button("Change what you said of formal processes" if is_said else VOUCH, "vouch", is_first=not is_said)
    if As.LEAD in parts and state in BEFORE_ACCEPTED:
        yield Button("Give more time", "extend")
    if not parts.isdisjoint(RUNS) and state in UNDECIDED and state != CaseState.DRAFT:
        yield Button("Put off to another sitting", "put-off")
    if not parts.isdisjoint(RUNS) and state == CaseState.DEFERRED and case.panel is not None:
        yield Button("Take up again", "take-up", is_first=True)


def _is_meeting(case: Case) -> bool:
    """Has the meeting that has it on its agenda opened?"""
    if not _is_with_meeting(case):
        return False
    items = AgendaItem.objects.filter(case=case, is_off=False)
    return case.state == CaseState.DECIDED or items.exclude(meeting__state=MeetingState.GATHERING).exists()


def _is_with_meeting(case: Case) -> bool:
    return case.state in (CaseState.ON_AGENDA, CaseState.DECIDED)
