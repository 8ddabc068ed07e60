"""Every date of a year, and how it came about (D1-22, D1-52, D1-70 to D1-74). Pure; nothing here knows today.

The end is the last day of the year, the ceiling the last day by which it is to be complete: both are still taken in. A
review falls due on the day on which so many full-time months are over; months are those of the calendar, of which hours
below full time take longer and in which paused days do not count. A meeting is put on the first working day from then
on, but not after the year ends. A pause never brings a date forward, and what happened does not move.
It is a proposal: the dates those concerned agree on are those that hold (D1-74).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from academy.engines.requirements.dates import months_later
from asye.choices.year import MilestoneKind
from asye.rules import reasons
from asye.rules.clock import Running
from asye.rules.parts_of_policy import ObservationPoint, Offset, ReviewPoint
from asye.rules.policy import AsyeRules
from asye.rules.spells import (
    DAY,
    FULL_DAY,
    Spell,
    counted_alike,
    day_after,
    is_paused,
    last_day_of,
    not_paused,
    spells_of,
    work_of,
)
from pathways.rules.working_days import is_working, working_days_from

NOTHING_HELD: Mapping[str, date] = MappingProxyType({})
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True)
class Day:
    """A date of the year and the sentence that says how it came about."""

    code: str
    kind: MilestoneKind
    title: str
    on: date
    because: str
    is_optional: bool = False
    is_done: bool = False

    @property
    def called(self) -> str:
        """Its title as a page says it: what is to be done, or what was."""
        return self.kind.worded(self.title, is_done=self.is_done)


@dataclass(frozen=True)
class Timetable:
    """All dates of a year, in their order. Where the end passes the ceiling it says so and cuts nothing."""

    end_on: date
    ceiling_on: date
    days: tuple[Day, ...]

    @property
    def is_over_ceiling(self) -> bool:
        return self.end_on > self.ceiling_on

    def day(self, code: str) -> Day | None:
        """The day of that code."""
        return next((day for day in self.days if day.code == code), None)


def timetable(running: Running, rules: AsyeRules, *, held: Mapping[str, date] = NOTHING_HELD) -> Timetable:
    """Every date of a year that runs like this under these rules. `held` are the days of what happened, by code: they
    are given back as they are."""
    return _Year(running, rules, held).timetable()


def ceiling_of(starts_on: date, years: int) -> date:
    """The last day of so many calendar years; of a year begun on 29 February it is 28 February."""
    anniversary = months_later(starts_on, MONTHS_OF_A_YEAR * years)
    return anniversary if anniversary.day != starts_on.day else anniversary - DAY


class _Year:
    """One year while its dates are worked out."""

    def __init__(self, running: Running, rules: AsyeRules, held: Mapping[str, date]) -> None:
        self.running, self.rules, self.held = running, rules, held
        self.spells: tuple[Spell, ...] = spells_of(running)
        self.extra = work_of(running.extra_weeks)
        self.work = work_of(running.weeks) + self.extra
        self.end = last_day_of(self.spells, self.work)
        self.ceiling = ceiling_of(running.starts_on, running.ceiling_years)
        self.reviews = {point.code: self._review(point) for point in rules.reviews}

    def timetable(self) -> Timetable:
        days = [
            self._agreement(),
            *self.reviews.values(),
            *(self._observation(point) for point in self.rules.observations),
            self._offset("submission", MilestoneKind.SUBMISSION, self.rules.submission),
            self._offset("panel", MilestoneKind.PANEL, self.rules.panel),
            *self._bounds(),
        ]
        order = list(MilestoneKind)
        days.sort(key=lambda day: (day.on, order.index(day.kind), day.code))
        return Timetable(self.end, self.ceiling, tuple(days))

    def _day(self, code: str, kind: MilestoneKind, title: str, *, on: date, because: str) -> Day:
        if code in self.held:
            because = reasons.done_reason(kind, self.held[code])
            return Day(code, kind, title, self.held[code], because, is_done=True)
        return Day(code, kind, title, on, because)

    def _agreement(self) -> Day:
        weeks = self.rules.agreement_weeks
        on = day_after(counted_alike(self.spells), work_of(weeks))
        because = reasons.agreement_reason(self.running, weeks, on)
        return self._day(
            "agreement", MilestoneKind.AGREEMENT, str(MilestoneKind.AGREEMENT.label), on=on, because=because
        )

    def _review(self, point: ReviewPoint) -> Day:
        start = self.running.starts_on
        full = months_later(start, point.months)
        work = (full - start).days * FULL_DAY + (self.extra if point.is_final else 0)
        due = self.end if work >= self.work else min(day_after(self.spells, work), self.end)
        on = min(self._working_day(due), self._last_for_meetings())
        without_pause = full + timedelta(days=self.extra // FULL_DAY if point.is_final else 0)
        because = reasons.review_reason(self.running, point, full=without_pause, due=due, on=on)
        kind = MilestoneKind.FINAL if point.is_final else MilestoneKind.REVIEW
        day = self._day(point.code, kind, point.title, on=on, because=because)
        return replace(day, is_optional=point.is_optional)

    def _observation(self, point: ObservationPoint) -> Day:
        review = self.reviews[point.before]
        before = max(review.on - timedelta(days=point.days), self.running.starts_on)
        on = min(not_paused(self.spells, before), max(review.on, self.running.starts_on))
        because = reasons.observation_reason(
            review.title, days=point.days, is_after_pause=on != before, review_on=review.on
        )
        return self._day(point.code, MilestoneKind.OBSERVATION, point.title, on=on, because=because)

    def _offset(self, code: str, kind: MilestoneKind, offset: Offset) -> Day:
        final = self.rules.final
        of_final = self.reviews[final.code] if final is not None and offset.of == "final" else None
        counted_from = (of_final.on if of_final else self.end) + timedelta(days=offset.days)
        due = max(working_days_from(counted_from, offset.working_days), self.running.starts_on)
        on = self._working_day(due) if kind is MilestoneKind.PANEL else not_paused(self.spells, due)
        said = offset if of_final else replace(offset, of="end")
        because = reasons.offset_reason(said, on=on, due=due, of_final=of_final.title if of_final else "")
        return self._day(code, kind, kind.label, on=on, because=because)

    def _bounds(self) -> tuple[Day, Day]:
        because = reasons.end_reason(self.running, self.spells, self.end)
        against = reasons.against_ceiling(self.end, self.ceiling)
        ceiling = reasons.ceiling_reason(self.running)
        return (
            Day("end", MilestoneKind.END, str(MilestoneKind.END.label), self.end, f"{because} {against}"),
            Day("ceiling", MilestoneKind.CEILING, str(MilestoneKind.CEILING.label), self.ceiling, ceiling),
        )

    def _working_day(self, day: date) -> date:
        """That day, or the first after it on which people meet and the year does not stand still."""
        while not is_working(day) or is_paused(self.spells, day):
            day += DAY
        return day

    def _last_for_meetings(self) -> date:
        """The last working day of the year; its very last day where that one falls in a pause."""
        day = self.end
        while not is_working(day):
            day -= DAY
        return self.end if is_paused(self.spells, day) else day
