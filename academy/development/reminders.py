"""What development has a date for: a stretch that ends with nothing kept in it."""

from collections.abc import Iterator

from django.urls import reverse

from academy.development.selectors.empty_stretches import empty_stretches
from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when


def _empty(asked: Asked) -> Iterator[Found]:
    for empty in empty_stretches(asked.on, first=asked.first, last=asked.last):
        yield Found(rows=empty.people, person="pk", due=empty.stretch.ends_on)


def _line(told: Told) -> Line:
    words = f"Nothing is kept yet in your present stretch. It ends on {when(told)}."
    return Line(f"{words} A small, true piece is enough.", reverse("development:new"))


STRETCH = Deadline(
    key="development.stretch",
    title="A stretch that ends with nothing kept in it",
    find=_empty,
    offsets=(Offset(-28), Offset(-7)),
    line=_line,
    is_optional=True,
)

declare(STRETCH)
