"""The completeness check: what is asked to be mended, by whom it is answered, and when a case is accepted. Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from academy.ui.wording import in_a_row
from asye.rules.faults import Fault
from panels.choices.cases import AskedState, CaseState
from panels.rules.reasons import is_reasoned

# While somebody looks it through.
CHECKED_IN = (CaseState.RECEIVED, CaseState.CHANGES_MADE)


@dataclass(frozen=True)
class Ask:
    """An item of the policy's list that is to be mended, and why."""

    code: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """An item as it was asked for: which, by whom and when, and where it stands."""

    code: str
    title: str
    state: AskedState
    asked_by: int
    asked_at: datetime


def can_accept(
    state: CaseState, items: Iterable[Asked], *, not_met: Sequence[str] = (), not_looked_at: Sequence[str] = ()
) -> Decision:
    """May the case be accepted to its sitting? When every check is looked at and nothing asked for is still to be
    mended; what was mended is settled by it. `not_met` are the titles of checks to which the record says no,
    `not_looked_at` of those nobody has answered."""
    if state == CaseState.CHANGES_ASKED:
        return refused(f"Wait for {_titles(_still(items, AskedState.ASKED))}. The candidate was asked to mend it.")
    if state not in CHECKED_IN:
        return refused("Only a case that is handed in and not accepted yet can be accepted.")
    if open_still := _still(items, AskedState.ASKED):
        return refused(f"Ask the candidate for {_titles(open_still)}, or settle it first.")
    if not_met:
        return refused(f"The record says no to {_quoted(not_met)}. Ask the candidate, or have the record put right.")
    if not_looked_at:
        return refused(f"Look at {_quoted(not_looked_at)} first.", "looked_at")
    return ALLOWED


def faults_of(asks: Sequence[Ask], *, known: Collection[str], open_codes: Collection[str]) -> tuple[Fault, ...]:
    """What keeps items from being asked for. At least one, each of the policy's list, once, and with a reason of its
    own; none that is asked for already."""
    if not asks:
        return (Fault("items", "Choose at least one item that is to be mended."),)
    codes = [ask.code for ask in asks]
    if len(set(codes)) != len(codes) or not set(codes) <= set(known):
        return (Fault("items", "Choose each item once, from the list of this panel."),)
    return tuple(fault for ask in asks for fault in _in_ask(ask, open_codes))


def can_ask(state: CaseState) -> Decision:
    """May something be asked for, for the first time or again? While the case is looked through."""
    if state in CHECKED_IN:
        return ALLOWED
    return refused("Ask while you look a case through: after it is handed in, and before it is accepted.")


def can_settle(state: AskedState) -> Decision:
    """May an item be settled without the case being accepted yet? Unless it is settled already."""
    return refused("It is settled already.") if state == AskedState.SETTLED else ALLOWED


def can_answer(state: AskedState, *, is_candidate: bool, words: str) -> Decision:
    """May it be said to be mended? Only by the candidate, while it is asked for, with what she changed."""
    if not is_candidate:
        return refused("Only the candidate says what she mended.")
    if state != AskedState.ASKED:
        return refused("This is not asked for any more. There is nothing to mend.")
    return is_reasoned(words, asks="Say in a sentence what you changed.", field="answer")


def can_hand_back(items: Iterable[Asked]) -> Decision:
    """May the case go back to whoever looks it through? Once everything asked for is mended."""
    if still := _still(items, AskedState.ASKED):
        return refused(f"Mend {_titles(still)} first, and say what you changed.")
    return ALLOWED


def comes_back_to(items: Iterable[Asked]) -> int | None:
    """Whoever asked last: what is mended comes back to her. None where nothing was asked for."""
    last = max(items, key=lambda item: item.asked_at, default=None)
    return last.asked_by if last else None


def _in_ask(ask: Ask, open_codes: Collection[str]) -> Iterable[Fault]:
    field = f"reason_{ask.code}"
    if ask.code in open_codes:
        yield Fault(field, "This is asked for already. Wait for the candidate, or settle it first.")
    else:
        found = is_reasoned(ask.reason, asks="Write what is to be mended and why. The candidate reads it.")
        if not found.allowed:
            yield Fault(field, found.reason)


def _still(items: Iterable[Asked], state: AskedState) -> list[Asked]:
    return [item for item in items if item.state == state]


def _titles(items: Iterable[Asked]) -> str:
    return _quoted(item.title for item in items) or "what was asked for"


def _quoted(titles: Iterable[str]) -> str:
    return in_a_row(f"“{title}”" for title in titles)
