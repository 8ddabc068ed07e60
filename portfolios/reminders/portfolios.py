"""A portfolio's day: its author is reminded a month, two weeks and three days before, until it is handed in."""

from collections.abc import Iterator

from django.urls import reverse

from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from portfolios.models import Portfolio


def _due(asked: Asked) -> Iterator[Found]:
    yield Found(rows=Portfolio.objects.under_way().exclude(due_on=None), due="due_on")


def _line(told: Told) -> Line:
    """Without its title, which is her own words."""
    words = f"A portfolio of yours is to be handed in by {when(told)}. Its page says what is missing."
    return Line(words, reverse("portfolios:portfolio", args=[told.subject_id]))


DUE = Deadline(
    key="portfolios.portfolio",
    title="A portfolio that comes to its day",
    find=_due,
    offsets=(Offset(-30), Offset(-14), Offset(-3)),
    line=_line,
)

declare(DUE)
