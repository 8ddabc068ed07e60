"""Calendar months and days in words. Pure."""

from calendar import monthrange
from datetime import date


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day: 31 January and 1 month is 28 February. Fewer than
    none go back."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(on: date, until: date | None, *, months: int | None) -> date | None:
    """The last day something counts: its own, or so many months after it was, whichever comes first. None for good."""
    by_months = months_later(on, months) if months else None
    return min((day for day in (until, by_months) if day is not None), default=None)


def in_words(day: date) -> str:
    """A day as sentences have it: 1 March 2024."""
    return f"{day.day} {day:%B %Y}"


def from_to(first: date, last: date) -> str:
    """A stretch of days as sentences have it."""
    return f"from {in_words(first)} to {in_words(last)}"


def number_of(number: int, one: str) -> str:
    """So many of something, by its word for one: 1 month, 12 months."""
    return f"{number} {one}{'' if number == 1 else 's'}"
