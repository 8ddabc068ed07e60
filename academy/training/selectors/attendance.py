"""The attendance sheet as who holds the event sees it: everybody who has a place, and her mark of each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from academy.people.rules.spans import in_words
from academy.training.choices import SEATED, BookingState, Mark
from academy.training.models import AttendanceMark, Booking, EventDay, TrainingEvent
from academy.training.rules.event_days import LONDON

ON_THE_SHEET = tuple(state for state in SEATED if state != BookingState.OFFERED)


@dataclass(frozen=True)
class SheetRow:
    """One person of the sheet, and how she was there on the day shown."""

    booking: Booking
    mark: Mark | None


@dataclass(frozen=True)
class Sheet:
    """The sheet of one day. `days` are all days of the event with their dates."""

    day: EventDay
    days: Sequence[tuple[EventDay, date]]
    rows: Sequence[SheetRow]

    @property
    def marked(self) -> int:
        return sum(row.mark is not None for row in self.rows)

    @property
    def left(self) -> int:
        return len(self.rows) - self.marked

    @property
    def on(self) -> date:
        return day_on(self.day)


def day_on(day: EventDay) -> date:
    """The date of a day by the clock in London."""
    return day.starts_at.astimezone(LONDON).date()


def day_of(event_id: int, day_id: int | None) -> EventDay | None:
    """The day of that event; None for a day of another one."""
    return EventDay.objects.filter(pk=day_id, event_id=event_id).first()


def sheet_of(event: TrainingEvent, *, day_id: int | None, on: date) -> Sheet:
    """The sheet of the day asked for, else of today, else of the last day that has come, else of the first.

    Two queries beside the event's days, however many people are on it.
    """
    days = [(day, day_on(day)) for day in event.days.all()]
    come = [day for day, its_date in days if its_date <= on] or [days[0][0]]
    day = next((each for each, _ in days if each.pk == day_id), come[-1])
    seated = Booking.objects.filter(event=event, state__in=ON_THE_SHEET).select_related("person")
    marks = dict(AttendanceMark.objects.filter(day=day).values_list("booking_id", "mark"))
    in_order = seated.order_by("person__family_name", "person__given_name", "pk")
    rows = [SheetRow(each, Mark(marks[each.pk]) if each.pk in marks else None) for each in in_order]
    return Sheet(day, days, rows)


def unmarked_by_day(event: TrainingEvent) -> dict[str, int]:
    """How many people with a place have no mark, for each day in words; three queries."""
    held = set(Booking.objects.filter(event=event, state=BookingState.HELD).values_list("pk", flat=True))
    marked = set(AttendanceMark.objects.filter(day__event=event).values_list("day_id", "booking_id"))
    return {in_words(day_on(day)): sum((day.pk, booking) not in marked for booking in held) for day in event.days.all()}
