"""Workshops and groups with peers: how often there is one, and to how many she came (S2-109, S4-30)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from academy.engines.requirements.dates import months_later
from academy.people.rules.spans import Span
from academy.ui.states import Shape, State
from asye.rules.parts_of_policy import Group, InductionCourse
from asye.rules.sessions import DAYS_OF_A_WEEK, Fate, Meetings, Session, sessions

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Came:
    """A group of the policy: the stretches in which there was one, and the days she came. Without a rhythm there are no
    stretches: she came, and none is missed."""

    group: Group
    stretches: tuple[Session, ...]
    days: tuple[date, ...]

    @property
    def have(self) -> int:
        """In how many stretches she came; without a rhythm, how often."""
        return sum(each.fate is Fate.HELD for each in self.stretches) if self.has_rhythm else len(self.days)

    @property
    def need(self) -> int:
        """Of how many stretches that have gone by; 0 without a rhythm."""
        return sum(each.fate in (Fate.HELD, Fate.MISSED) for each in self.stretches)

    @property
    def has_rhythm(self) -> bool:
        return bool(self.group.every_weeks or self.group.every_months)

    @property
    def state(self) -> State:
        missed = self.need - self.have if self.has_rhythm else 0
        if missed:
            return State(f"{missed} missed", Shape.AGEING)
        return State("Came", Shape.MET) if self.have else State("Not yet", Shape.NOT_YET)


def came_to(group: Group, year: Span, days: Sequence[date], *, away: Sequence[Span], on: date) -> Came:
    """How often she came by a day. A stretch she was hardly there in, paused ones among them, is none missed."""
    within = tuple(sorted(day for day in days if year.holds_on(day) and day <= on))
    return Came(group, tuple(sessions(stretches(group, year, on=on), Meetings(days=within), away, on=on)), within)


def stretches(group: Group, year: Span, *, on: date) -> list[Span]:
    """The months, or the weeks, of the year that have begun by a day, each with one workshop or group."""
    found: list[Span] = []
    if not (group.every_weeks or group.every_months):
        return found
    first = year.from_on
    while first <= on and year.holds_on(first):
        following = _later(year.from_on, len(found) + 1, group)
        found.append(Span(first, following - DAY))
        first = following
    return found


def _later(start: date, number: int, group: Group) -> date:
    if group.every_months:
        return months_later(start, number * group.every_months)
    return start + number * timedelta(days=(group.every_weeks or 1) * DAYS_OF_A_WEEK)


@dataclass(frozen=True)
class CourseDone:
    """A course of the induction, evidenced and dated (S2-106): the day it was finished, and the day it is due by."""

    course: InductionCourse
    done_on: date | None
    due_on: date

    def state(self, on: date) -> State:
        """How it stands on a day; nothing that is not done is red before its day."""
        if self.done_on is not None:
            return State("Done", Shape.MET)
        return State("Late", Shape.LATE) if self.due_on < on else State("Not yet", Shape.NOT_YET)


def course_done(course: InductionCourse, *, starts_on: date, done_on: date | None) -> CourseDone:
    """A course with its day: so many weeks after the first day of the year."""
    return CourseDone(course, done_on, starts_on + timedelta(days=course.weeks * DAYS_OF_A_WEEK))
