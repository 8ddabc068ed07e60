"""Which courses a matrix asks for again and again, and on which day a completion of one runs out. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from academy.engines.requirements.dates import months_later
from academy.engines.requirements.kinds.course import CourseCompleted
from academy.engines.requirements.node import Node

DAY = timedelta(days=1)
# The shortest month wants three days less than the longest: so far a day a month away may be moved.
MOVED = timedelta(days=3)


def each_asked_for(node: Node) -> Iterator[CourseCompleted]:
    """The courses somebody needs every one of. Of a choice between several none is told: another may make it good."""
    if node.course is not None:
        yield node.course
    for part in node.all_of or ():
        yield from each_asked_for(part)


def days_from(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last."""
    for number in range((last - first).days + 1):
        yield first + number * DAY


def completed_on_for(first: date, last: date, *, months: int) -> list[tuple[date, date]]:
    """The days of completion that run out, so many months later, on one of these days; each with that day."""
    back = relativedelta(months=months)
    candidates = days_from(first - back - MOVED, last - back + MOVED)
    found = ((day, months_later(day, months)) for day in candidates)
    return [(day, until) for day, until in found if first <= until <= last]


def earliest_to_count(until: date, *, months: int) -> date:
    """The first day of completion that counts, so many months long, until that day at least."""
    day = until - relativedelta(months=months)
    while months_later(day, months) < until:
        day += DAY
    return day
