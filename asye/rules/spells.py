"""Stretches of a year in which work counts the same, and how much of the year is worked by when. Pure.

Work is counted in hundredths of a full-time day, in whole numbers: a day at 0.6 FTE is 60, a week of full time 700. So
nothing is ever rounded but the last day, which is a whole one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from asye.rules.clock import Running

DAY = timedelta(days=1)
FULL_DAY = 100
FULL_WEEK = 7 * FULL_DAY


@dataclass(frozen=True)
class Spell:
    """Days from a first to a last one, both taken in, of which each counts `rate`; 0 while the year stands still.

    The last spell of a year goes on: it has no last day, and it is never one that stands still.
    """

    from_on: date
    until_on: date | None
    rate: int

    @property
    def is_pause(self) -> bool:
        return self.rate == 0

    def days_until(self, last: date) -> int:
        """How many of its days there are up to that one, it taken in."""
        until = last if self.until_on is None else min(last, self.until_on)
        return max(0, (until - self.from_on).days + 1)

    def work_until(self, last: date) -> int:
        """How much is worked in it up to that day, it taken in."""
        return self.rate * self.days_until(last)


def work_of(weeks: Decimal | int) -> int:
    """Full-time weeks, with a decimal at most, as hundredths of days."""
    return int(weeks * FULL_WEEK)


def spells_of(running: Running) -> tuple[Spell, ...]:
    """The stretches of a year in their order, from its first day on. Pauses that overlap count once, and what lies
    before the first day does not count. Of two hours from the same day the later ones said hold."""
    start = running.starts_on
    cuts = {start, *(hours.from_on for hours in running.hours)}
    for stop in running.stops:
        cuts |= {stop.from_on, stop.until_on + DAY}
    begins = sorted(cut for cut in cuts if cut >= start)
    lasts = [*(after - DAY for after in begins[1:]), None]
    return _joined(Spell(first, last, _rate_on(first, running)) for first, last in zip(begins, lasts, strict=True))


def counted_alike(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """The same stretches where every day that is not paused counts as a whole one, whatever the hours."""
    return tuple(spell if spell.is_pause else replace(spell, rate=FULL_DAY) for spell in spells)


def worked_until(spells: Iterable[Spell], last: date) -> int:
    """The work done by the end of that day."""
    return sum(spell.work_until(last) for spell in spells)


def last_day_of(spells: tuple[Spell, ...], work: int) -> date:
    """The day by whose end so much work is done. `work` is more than none."""
    left, place = work, 0
    while (until := spells[place].until_on) is not None and left > (done := spells[place].work_until(until)):
        left -= done
        place += 1
    return spells[place].from_on + (-(-left // spells[place].rate) - 1) * DAY


def day_after(spells: tuple[Spell, ...], work: int) -> date:
    """The first day that is not paused before which so much work is done; the first such day of all for none."""
    last = last_day_of(spells, work) if work > 0 else spells[0].from_on - DAY
    return not_paused(spells, last + DAY)


def not_paused(spells: Iterable[Spell], day: date) -> date:
    """That day, or the first after a pause it falls in."""
    for spell in spells:
        if spell.is_pause and spell.until_on is not None and spell.from_on <= day <= spell.until_on:
            return spell.until_on + DAY
    return day


def is_paused(spells: Iterable[Spell], day: date) -> bool:
    """Does the year stand still on that day?"""
    return not_paused(spells, day) != day


def _rate_on(day: date, running: Running) -> int:
    if any(stop.from_on <= day <= stop.until_on for stop in running.stops):
        return 0
    in_order = sorted(running.hours, key=lambda each: each.from_on)
    begun = [hours for hours in in_order if hours.from_on <= day]
    return int((begun[-1] if begun else in_order[0]).fte * FULL_DAY)


def _joined(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """Stretches that follow one another at the same rate are one."""
    found: list[Spell] = []
    for spell in spells:
        if found and found[-1].rate == spell.rate:
            found[-1] = replace(found[-1], until_on=spell.until_on)
        else:
            found.append(spell)
    return tuple(found)
