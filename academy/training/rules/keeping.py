"""When what an academy offers may change or end: courses, themes, platforms and what else it keeps."""

from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.rules.spans import in_words

WITHDRAWN = "This is withdrawn. Offer it again first, or add a new one."


def can_change(*, withdrawn_on: date | None) -> Decision:
    """What is withdrawn stays as those who took part knew it."""
    return ALLOWED if withdrawn_on is None else refused(WITHDRAWN)


def can_stop_booking(*, open_events: int) -> Decision:
    """What is asked for outside, read or done on one's own has no events; and nothing ends while events stand."""
    if not open_events:
        return ALLOWED
    stand = "1 event is" if open_events == 1 else f"{open_events} events are"
    return refused(f"{stand} planned or open for booking. Hold or cancel them first.")


def can_withdraw(*, withdrawn_on: date | None, from_on: date, today: date) -> Decision:
    """Something is withdrawn once, and not backwards: who booked yesterday booked what was offered."""
    if withdrawn_on is not None:
        return refused("This is withdrawn already.")
    if from_on < today:
        return refused("Give today or a day to come: until now it was offered.")
    return ALLOWED


def can_offer_again(*, withdrawn_on: date | None) -> Decision:
    """Only what was withdrawn is offered again."""
    return refused("This is offered already.") if withdrawn_on is None else ALLOWED


def can_leave_courses(*, courses: int) -> Decision:
    """A platform or subscription ends when no course that is still offered needs it."""
    if not courses:
        return ALLOWED
    say = "1 course is" if courses == 1 else f"{courses} courses are"
    return refused(f"{say} still offered with it. Change or withdraw them first.")


@dataclass(frozen=True)
class Sessions:
    """How much of a subscription's in-house sessions a year is used (S1-38). `entitled` is None where nobody says."""

    entitled: int | None
    held: int
    planned: int

    @property
    def words(self) -> str:
        """2 held and 1 planned of 5 a year: 2 left."""
        used = f"{self.held} held and {self.planned} planned"
        if self.entitled is None:
            return f"{used} this year"
        left = self.entitled - self.held - self.planned
        says = f"{left} left" if left >= 0 else f"{-left} more than it brings"
        return f"{used} of {self.entitled} a year: {says}"


def can_begin_version(*, last: date | None, valid_from: date) -> Decision:
    """Versions follow each other: a new one begins after the last."""
    if last is not None and valid_from <= last:
        return refused(f"The last version begins on {in_words(last)}. Give a later first day.")
    return ALLOWED
