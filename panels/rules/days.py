"""The deadlines of a case: how each is counted, and in a sentence what is due by it. Pure.

To answer, to judge and to mend are counted in calendar days from the day of asking; feedback, letter and appeal in
working days in England from the day they follow, which is not counted itself. Every last day is inclusive.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from academy.people.rules.spans import in_words
from panels.choices.policy import GradeStart
from panels.rules.policy import PanelRules
from pathways.rules.working_days import working_days_from

DAY = timedelta(days=1)


class Clock(StrEnum):
    """What runs against a last day."""

    ANSWER = "answer"
    REVIEW = "review"
    CHANGES = "changes"
    LETTER = "letter"
    FEEDBACK = "feedback"
    APPEAL = "appeal"
    HEARING = "hearing"


SAYS = {
    Clock.ANSWER: "Say whether you take the case on by {day}.",
    Clock.REVIEW: "Hand in your review by {day}.",
    Clock.CHANGES: "Mend what is asked for by {day}.",
    Clock.LETTER: "The letter goes by {day}.",
    Clock.FEEDBACK: "Feedback is given by {day}.",
    Clock.APPEAL: "An appeal can be made until {day}.",
    Clock.HEARING: "The appeal is answered by {day}.",
}


@dataclass(frozen=True)
class Due:
    """A last day, inclusive, and of what."""

    clock: Clock
    on: date

    @property
    def says(self) -> str:
        """In a sentence, what is due by it."""
        return SAYS[self.clock].format(day=in_words(self.on))

    def is_late(self, on: date) -> bool:
        """Is the last day over?"""
        return on > self.on


def answer_by(rules: PanelRules, *, asked_on: date, sits_on: date | None = None) -> Due:
    """Until when somebody says whether she takes a case on; never after the last day to judge it."""
    last = review_by(rules, asked_on=asked_on, sits_on=sits_on).on
    return Due(Clock.ANSWER, min(asked_on + rules.answer_days * DAY, last))


def review_by(rules: PanelRules, *, asked_on: date, sits_on: date | None = None) -> Due:
    """Until when a case is judged: the policy's days, but before the panel meets, and at the soonest on the day itself
    where somebody is asked on the last day."""
    return Due(Clock.REVIEW, _before(asked_on + rules.review_days * DAY, sits_on, least=asked_on))


def changes_by(rules: PanelRules, *, asked_on: date, sits_on: date | None = None) -> Due:
    """Until when what is asked for is mended: the policy's days, but before the panel meets."""
    return Due(Clock.CHANGES, _before(asked_on + rules.changes_days * DAY, sits_on, least=asked_on))


def letter_by(rules: PanelRules, *, decided_on: date) -> Due:
    """Until when the letter goes, in working days from the decision."""
    return Due(Clock.LETTER, working_days_from(decided_on, rules.letter_days))


def feedback_by(rules: PanelRules, *, decided_on: date) -> Due:
    """Until when feedback is given by those the policy names, in working days from the decision (S2-20, D5-06)."""
    return Due(Clock.FEEDBACK, working_days_from(decided_on, rules.feedback_days))


def appeal_by(rules: PanelRules, *, released_on: date) -> Due:
    """Until when the candidate may appeal, in working days from the day she was told (D1-79)."""
    return Due(Clock.APPEAL, working_days_from(released_on, rules.appeal.working_days))


def heard_by(rules: PanelRules, *, appealed_on: date) -> Due:
    """Until when an appeal is answered, in working days from the day it was made."""
    return Due(Clock.HEARING, working_days_from(appealed_on, rules.appeal.heard_days))


def grade_from(rules: PanelRules, *, decided_on: date, named_on: date | None = None) -> date | None:
    """The first day of the grade after a decision, as the policy has it: the day itself, the first of the next month,
    or the day the decision names; None where it is to name one and does not."""
    if rules.grade_from == GradeStart.NAMED:
        return named_on
    if rules.grade_from == GradeStart.NEXT_MONTH:
        return (decided_on.replace(day=1) + 32 * DAY).replace(day=1)
    return decided_on


def _before(day: date, sits_on: date | None, *, least: date) -> date:
    return day if sits_on is None else max(min(day, sits_on - DAY), least)
