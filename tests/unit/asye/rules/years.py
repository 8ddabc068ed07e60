"""Years in a line, for tests of the clock."""

from datetime import date
from decimal import Decimal

from asye.rules.clock import Hours, Running, Stop

START = date(2026, 2, 2)


def day(said: str) -> date:
    return date.fromisoformat(said)


def running(start="2026-02-02", *, fte="1.00", then=(), stops=(), weeks=52, years=2, extra="0") -> Running:
    """`then` are later hours, as ("2026-06-01", "0.60"); `stops` first and last days."""
    begun = Hours(day(start), Decimal(fte))
    return Running(
        starts_on=day(start),
        weeks=weeks,
        ceiling_years=years,
        hours=(begun, *(Hours(day(first), Decimal(share)) for first, share in then)),
        stops=tuple(Stop(day(first), day(last)) for first, last in stops),
        extra_weeks=Decimal(extra),
    )
