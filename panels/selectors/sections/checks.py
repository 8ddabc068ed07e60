"""What was asked for in a case and how it stands; for who looks it through, what the record says and what to do."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from academy.engines.workflow.decisions import Decision
from academy.identity.actor import Actor
from panels.choices.cases import AskedState, CaseState
from panels.models import AskedItem, Case
from panels.rules.checking import CHECKED_IN, can_accept, can_ask, can_hand_back
from panels.rules.record_answers import Answer
from panels.rules.visibility import As, Sight
from panels.selectors.checks import Check, as_asked, asked_of, checks_of, newer_than_taken
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees

LOOKS_THROUGH = frozenset({As.CLERK, As.LEAD})
# While the answers of the record are of use: afterwards they would be those of another day.
SHOWN_IN = (*CHECKED_IN, CaseState.CHANGES_ASKED)


@dataclass(frozen=True)
class Line:
    """An item that was asked for, and what whoever looks can do with it."""

    item: AskedItem
    is_open: bool
    may_mend: bool
    may_settle: bool


@dataclass(frozen=True)
class Looked:
    """What the section shows; a decision is None where it is not hers to take."""

    lines: tuple[Line, ...]
    checks: tuple[Check, ...]
    newer: int | None
    hand_back: Decision | None
    accept: Decision | None
    ask: Decision | None


def checks_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """The section of a case, for who sees its checks; None where nothing is asked and nothing is looked at."""
    if Sight.CHECKS not in sees:
        return None
    items = asked_of(case, actor)
    looks = not sees.acts_as.isdisjoint(LOOKS_THROUGH) and case.state in SHOWN_IN
    others = sees.acts_as - {As.CANDIDATE} and case.state in SHOWN_IN
    checks = _shown(checks_of(case, on=on), sees) if others else ()
    mends = As.CANDIDATE in sees.acts_as and case.state == CaseState.CHANGES_ASKED
    if not items and not checks and not looks:
        return None
    part = Looked(
        lines=tuple(_line(item, mends=mends, looks=looks) for item in items),
        checks=checks,
        newer=newer_than_taken(case) if mends else None,
        hand_back=can_hand_back(as_asked(items)) if mends else None,
        **_to_do(case, items, checks) if looks else {"accept": None, "ask": None},
    )
    return Section("panels/case/_checks.html", vars(part), order=20)


def _shown(checks: tuple[Check, ...], sees: Sees) -> tuple[Check, ...]:
    """The answers; without their words, which name her manager, to who may not know whose case it is."""
    if Sight.NAME in sees:
        return checks
    return tuple(Check(each.item, Answer(each.answer.is_met, "")) for each in checks)


def _line(item: AskedItem, *, mends: bool, looks: bool) -> Line:
    is_open = item.state == AskedState.ASKED
    return Line(item, is_open, may_mend=mends and is_open, may_settle=looks and item.state != AskedState.SETTLED)


def _to_do(case: Case, items: list[AskedItem], checks: tuple[Check, ...]) -> dict[str, Any]:
    state = CaseState(case.state)
    not_met = [each.item.title for each in checks if each.answer.is_met is False]
    ask = can_ask(state)
    return {"accept": can_accept(state, as_asked(items), not_met=not_met), "ask": None if case.is_moderation else ask}
