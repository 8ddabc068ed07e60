"""Dates that move because somebody is away: a long absence takes nothing from the time she is given. Pure.

Days are counted as calendar days, so that neither a leap day nor a change of the clock makes a difference.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from academy.people.rules.spans import Span


def moved_by_absence(due_on: date, absences: Iterable[Span], *, since: date, on: date, least_days: int) -> date:
    """The day something is due, moved on by every day of long absences between `since` and that (moved) day.

    An absence counts when it lasts at least `least_days` days in a row; absences that follow on from each other or
    overlap are one. One without an end counts up to the day `on`.
    """
    for away in _together(absences, on=on):
        first = max(away.from_on, since)
        if first > due_on:
            break
        if _days(away.from_on, away.until_on or on) >= least_days:
            due_on += timedelta(days=max(0, _days(first, away.until_on or on)))
    return due_on


def _together(absences: Iterable[Span], *, on: date) -> list[Span]:
    """The absences in order, with ends, those that touch made one."""
    merged: list[Span] = []
    for each in sorted(absences, key=lambda each: each.from_on):
        last_day = each.until_on or max(on, each.from_on)
        before = merged[-1] if merged else None
        if before and before.until_on and each.from_on <= before.until_on + timedelta(days=1):
            merged[-1] = Span(before.from_on, max(before.until_on, last_day))
        else:
            merged.append(Span(each.from_on, last_day))
    return merged


def _days(first: date, last: date) -> int:
    return (last - first).days + 1
