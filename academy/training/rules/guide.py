"""The annual guide: which editions there are, and which day an edition speaks of (S0-24)."""

from collections.abc import Iterable
from datetime import date


def editions(held_in: Iterable[int], *, on: date) -> list[int]:
    """The years there is a guide to, the newest first: next year, this one, and those before in which something was
    held."""
    before = {year for year in held_in if year < on.year}
    return sorted({on.year + 1, on.year, *before}, reverse=True)


def is_over(year: int, *, on: date) -> bool:
    """A year that is over has a guide to what was held; the others to what is offered."""
    return year < on.year


def speaks_of(year: int, *, on: date) -> date:
    """The day of the year the edition speaks of: today, the first day of a year to come, the last one of a year that is
    over."""
    return min(max(on, date(year, 1, 1)), date(year, 12, 31))
