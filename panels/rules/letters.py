"""The letter that tells a decision: its words, who reads it before it goes, and that all go together (S2-20 to S2-22).

It says what was decided and what comes next. What reviewers saw, who they were and what the panel noted for itself is
not passed in here, so that it cannot be told. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words
from academy.ui.wording import in_a_row
from asye.rules.faults import too_long
from panels.choices.outcomes import LetterState, Outcome
from panels.choices.panels import MOST_WORDS
from panels.rules.deciding import Aim

OPENING = {
    Outcome.PROGRESSED: "You progress.",
    Outcome.CONDITION: "You progress, with a condition.",
    Outcome.NOT_YET: "You do not progress yet. Below is a plan of how to get there.",
    Outcome.DEFERRED: "The panel did not decide. It will take your case up again.",
    Outcome.CONFIRMED: "The recommendation is confirmed. The employer decides next.",
    Outcome.QUERIED: "The panel has questions about the recommendation. Once they are answered it comes back.",
    Outcome.DISAGREED: "The panel does not support the recommendation. The employer decides next.",
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a letter tells. `about` is the step or the year in words, as “BG10 to BG11”; `feedback_from` are the names
    of who gives feedback. `appeal_to` is empty where nobody can appeal; `effective_on` is the first day of a grade, or
    of the level `leads_to` names where the grade stays, and `is_eligible` says that a vacancy or an interview comes
    after the panel."""

    name: str
    about: str
    sat_on: date
    outcome: Outcome
    wording: str
    condition: str = ""
    condition_by_on: date | None = None
    aims: tuple[Aim, ...] = ()
    next_sitting_on: date | None = None
    effective_on: date | None = None
    leads_to: str = ""
    is_eligible: bool = False
    feedback_from: tuple[str, ...] = ()
    feedback_by_on: date | None = None
    appeal_until_on: date | None = None
    appeal_to: str = ""
    appeal_words: str = ""


def body_of(told: Told) -> str:
    """The letter in paragraphs, an empty line between them. It stays as long as what was written into it, within what
    is kept: what is too long is refused where it is written."""
    return "\n\n".join(
        (
            f"Dear {told.name}",
            f"On {in_words(told.sat_on)} the panel looked at your case: {told.about}.",
            OPENING[told.outcome],
            told.wording.strip(),
            *_of_condition(told),
            *_of_plan(told),
            *_of_grade(told),
            *_of_feedback(told),
            *_of_appeal(told),
        )
    )


def closing_of(told: Told) -> str:
    """How and until when to appeal. It is added to the letter as it goes, because only then the last day is known;
    empty where nobody can."""
    return "\n\n".join(_of_appeal(told))


def can_edit(state: LetterState, *, body: str) -> Decision:
    """May the letter be changed? Until it goes, to words of a length that is kept. A letter that was read is to be read
    once more."""
    if state == LetterState.SENT:
        return refused("This letter has gone. Write to the candidate about what has changed.")
    if not body.strip():
        return refused("Write the letter. An empty one cannot go.", "body")
    if len(body) > MOST_WORDS:
        return refused(too_long("body", MOST_WORDS).says, "body")
    return ALLOWED


def can_read(state: LetterState, *, is_latest: bool, is_own: bool) -> Decision:
    """May somebody say that she read it and answers for it? Once, of the latest decision, and not of her own case."""
    if is_own:
        return refused("This letter is to you. Somebody else reads it before it goes.")
    if state != LetterState.WRITTEN:
        return refused("This letter was read already.")
    if not is_latest:
        return refused("The case was decided again. Read the letter of the latest decision.")
    return ALLOWED


def _of_condition(told: Told) -> Iterable[str]:
    if told.outcome == Outcome.CONDITION and told.condition_by_on:
        yield f"The condition, to be met by {in_words(told.condition_by_on)}: {told.condition.strip()}"


def _of_plan(told: Told) -> Iterable[str]:
    if told.aims:
        lines = [f"{number}. {_aim(aim)}" for number, aim in enumerate(told.aims, start=1)]
        yield "\n".join(["Your plan:", *lines])
    if told.next_sitting_on:
        yield f"You can come to the panel again on {in_words(told.next_sitting_on)}."


def _aim(aim: Aim) -> str:
    until = f", by {in_words(aim.due_on)}" if aim.due_on else ""
    return f"{aim.words.strip()} ({aim.owner.strip()}{until})"


def _of_grade(told: Told) -> Iterable[str]:
    if told.is_eligible:
        yield "You are eligible for appointment now. The grade comes with a post: vacancy and interview are next."
    elif told.effective_on and told.leads_to:
        yield f"You move to {told.leads_to} on {in_words(told.effective_on)}."
    elif told.effective_on:
        yield f"Your grade changes on {in_words(told.effective_on)}."


def _of_feedback(told: Told) -> Iterable[str]:
    if told.feedback_from:
        by = f" by {in_words(told.feedback_by_on)}" if told.feedback_by_on else ""
        give = "gives" if len(told.feedback_from) == 1 else "give"
        yield f"{in_a_row(told.feedback_from)} {give} you feedback{by}."


def _of_appeal(told: Told) -> Iterable[str]:
    if told.appeal_until_on and told.appeal_to:
        words = f"{told.appeal_words.strip()} " if told.appeal_words.strip() else ""
        yield f"{words}You have until {in_words(told.appeal_until_on)}. Appeal to {told.appeal_to}."
