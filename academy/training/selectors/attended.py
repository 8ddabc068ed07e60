"""Who came to what, and finished what, by days and codes of courses alone, for programmes that count it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Q

from academy.training.choices import BookingState
from academy.training.models import Booking, Completion


@dataclass(frozen=True)
class Attended:
    """That somebody came to an event: the day it ended, the code of its course, whether that counts in the ASYE."""

    person_id: int
    on: date
    course: str
    counts_in_asye: bool


def attended(person_ids: Collection[int], *, courses: Collection[str], since: date, on: date) -> list[Attended]:
    """Events these people attended as a whole between two days, of these courses or of those that count in the ASYE
    (S1-41), in the order of their days. One query."""
    wanted = Q(event__course__code__in=courses) | Q(event__course__counts_in_asye=True)
    came = Booking.objects.filter(wanted, person_id__in=person_ids, state=BookingState.ATTENDED)
    within = came.filter(event__ends_on__gte=since, event__ends_on__lte=on).order_by("event__ends_on", "pk")
    columns = ("person_id", "event__ends_on", "event__course__code", "event__course__counts_in_asye")
    return [Attended(*row) for row in within.values_list(*columns)]


def first_finished(person_ids: Collection[int], *, courses: Collection[str], on: date) -> dict[tuple[int, str], date]:
    """By person and code of the course, the day she finished it first and up to a day. One query."""
    standing = Completion.objects.standing().filter(person_id__in=person_ids, course__code__in=courses)
    rows = standing.filter(completed_on__lte=on).order_by().values_list("person_id", "course__code")
    return {(person_id, code): day for person_id, code, day in rows.annotate(first=Min("completed_on"))}
