"""The dates of a year as its pages list them: milestones with their sentences, hours and pauses between them."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from academy.people.rules.spans import in_words
from asye.choices.year import MOVABLE, ChangeState, MilestoneKind
from asye.models import Change, Enrolment
from asye.rules.reasons import fte_words, span_words
from asye.rules.spells import FULL_DAY
from asye.rules.timetable import Day, Timetable
from asye.selectors.timetable import timetable_of


@dataclass(frozen=True)
class Row:
    """A line of the table of dates. `until_on` where it is a stretch; `code` where it is a date one could move."""

    on: date
    what: str
    because: str
    until_on: date | None = None
    code: str = ""
    is_done: bool = False
    is_movable: bool = False


def rows_of(enrolment: Enrolment, found: Timetable | None = None) -> list[Row]:
    """The start, every date with its sentence, and every agreed change of hours and pause, in order."""
    found = found or timetable_of(enrolment)
    kept = set(enrolment.milestones.order_by().values_list("code", flat=True))
    begun = f"The first day of the year, at {fte_words(int(enrolment.fte * FULL_DAY))} FTE."
    rows = [Row(enrolment.starts_on, "Start", begun), *(_row(day, is_kept=day.code in kept) for day in found.days)]
    return sorted([*rows, *_changes(enrolment)], key=lambda row: row.on)


def _row(day: Day, *, is_kept: bool) -> Row:
    movable = is_kept and day.kind in MOVABLE and not day.is_done
    title = f"{day.title}, latest day" if day.kind is MilestoneKind.OBSERVATION and not day.is_done else day.called
    return Row(day.on, title, day.because, code=day.code, is_done=day.is_done, is_movable=movable)


def _changes(enrolment: Enrolment) -> list[Row]:
    """Agreed hours and pauses; an extension has no day of its own."""
    agreed = enrolment.changes.filter(state=ChangeState.AGREED, from_on__isnull=False)
    return [_of_change(each, each.from_on) for each in agreed.order_by("from_on", "pk") if each.from_on is not None]


def _of_change(change: Change, first: date) -> Row:
    agreed = f"agreed by all on {in_words(timezone.localdate(change.settled_at))}."
    if change.fte is not None:
        return Row(first, f"{fte_words(int(change.fte * FULL_DAY))} FTE from here", f"Other hours; {agreed}")
    last = change.until_on or first
    days = span_words((last - first).days + 1)
    return Row(first, f"Paused for {days}", f"{change.get_reason_display()}; {agreed}", until_on=last)
