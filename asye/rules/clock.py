"""The clock: from start, hours, pauses and extensions to every date of the year (D1-70 to D1-74).

The year is so many full-time weeks; a week at 0.6 FTE is 0.6 of one. Nothing here knows today.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Hours:
    """From a day on she works this share of full time, until the next."""

    from_on: date
    fte: Decimal


@dataclass(frozen=True)
class Stop:
    """Days on which the year stands still, first and last inclusive."""

    from_on: date
    until_on: date
    reason: str = ""


@dataclass(frozen=True)
class Running:
    """What the clock runs on: the first day, full-time weeks, ceiling, hours by date, pauses, weeks of extension."""

    starts_on: date
    weeks: int
    ceiling_years: int
    hours: tuple[Hours, ...]
    stops: tuple[Stop, ...] = ()
    extra_weeks: Decimal = Decimal(0)
