"""What has to be there before the decisions of a meeting are told, once and together. Pure.

Decided is not told: nobody outside the panel knows before the letters have been read and go.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.rules.spans import in_words
from academy.ui.wording import in_a_row
from panels.choices.outcomes import LetterState
from panels.choices.panels import MeetingState, MemberSort
from panels.choices.policy import Releaser
from panels.rules.policy import PanelRules
from panels.rules.reasons import is_reasoned
from panels.rules.visibility import As

# As what whoever tells comes to a case.
TELLS_AS = {Releaser.ACADEMY_LEAD: As.LEAD, Releaser.CHAIR: As.CHAIR}


@dataclass(frozen=True, kw_only=True)
class ToTell:
    """A decided case of the meeting: what the releaser calls it, its letter (None: not written), and which of those who
    are to give feedback are named. An ASYE goes back to its year without a letter; where nothing was decided yet, as
    in a deferral, nobody gives feedback on it."""

    title: str
    letter: LetterState | None
    feedback_from: frozenset[MemberSort] = frozenset()
    goes_by_letter: bool = True
    gets_feedback: bool = True


@dataclass(frozen=True, kw_only=True)
class Releasing:
    """A meeting whose decisions are to be told. `undecided` counts the cases still on its agenda without a decision;
    `feedback_by` are whom the policy names for feedback; `is_own` says that the releaser takes no part in one of
    them, because it is hers or she is tied to it."""

    state: MeetingState
    is_released: bool
    cases: Sequence[ToTell]
    undecided: int = 0
    feedback_by: tuple[MemberSort, ...] = ()
    is_own: bool = False


def tells(rules: PanelRules, parts: Collection[As]) -> bool:
    """Does somebody with these parts in a case read its letter and tell what was decided, as its policy has it?"""
    return any(TELLS_AS[each] in parts for each in rules.release_by)


def told_by(rules: PanelRules) -> As:
    """For whom a decision waits to be told: whom the policy names first."""
    return TELLS_AS[rules.release_by[0]]


def can_release_on(day: date, *, due_on: date, note: str) -> Decision:
    """May letters go that day? Until the day they are to go by; later with a note of why, which stays in the record."""
    if day <= due_on:
        return ALLOWED
    return is_reasoned(note, asks=f"They were to go by {in_words(due_on)}. Write why they go later.", field="note")


def missing_for(releasing: Releasing) -> tuple[str, ...]:
    """Everything that keeps the decisions from being told, each in a sentence with what to do; nothing where they can
    go. What was told once is not told again."""
    if releasing.is_released:
        return ("These decisions were told already.",)
    return (*_of_meeting(releasing), *_of_letters(releasing.cases), *_of_feedback(releasing))


def can_release(releasing: Releasing) -> Decision:
    """May the decisions be told? If not, everything that is missing, one sentence after the other."""
    missing = missing_for(releasing)
    return refused(" ".join(missing)) if missing else ALLOWED


def _of_meeting(releasing: Releasing) -> Iterable[str]:
    if releasing.state != MeetingState.CLOSED:
        yield "Close the meeting first."
    if releasing.undecided:
        cases = "1 case is" if releasing.undecided == 1 else f"{releasing.undecided} cases are"
        yield f"{cases} not decided yet. Decide, or put off to another sitting with a reason."
    if not releasing.cases:
        yield "Nothing was decided here, so there is nothing to tell."
    if releasing.is_own:
        yield "You take no part in a case among them. Ask somebody else who may tell them all."


def _of_letters(cases: Sequence[ToTell]) -> Iterable[str]:
    unwritten = [case.title for case in cases if case.goes_by_letter and case.letter is None]
    unread = [case.title for case in cases if case.letter == LetterState.WRITTEN]
    if unwritten:
        yield f"Write the letter of {in_a_row(unwritten)}."
    if unread:
        yield f"Read the letter of {in_a_row(unread)}."


def _of_feedback(releasing: Releasing) -> Iterable[str]:
    for sort in releasing.feedback_by:
        asked = [case for case in releasing.cases if case.gets_feedback]
        without = [case.title for case in asked if sort not in case.feedback_from]
        if without:
            yield f"Name who gives feedback as {sort.label} to {in_a_row(without)}."
