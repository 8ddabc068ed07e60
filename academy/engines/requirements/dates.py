"""Calendar months and days in words. Pure."""

from datetime import date

from dateutil.relativedelta import relativedelta


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day: 31 January and 1 month is 28 February."""
    return day + relativedelta(months=months)


def last_day(on: date, until: date | None, *, months: int | None) -> date | None:
    """The last day something counts: its own, or so many months after it was, whichever comes first. None for good."""
    by_months = months_later(on, months) if months else None
    return min((day for day in (until, by_months) if day is not None), default=None)


def in_words(day: date) -> str:
    """A day as sentences have it: 1 March 2024."""
    return f"{day.day} {day:%B %Y}"
