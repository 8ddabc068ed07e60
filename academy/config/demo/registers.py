"""Registration numbers that look like the registers' and are nobody's, and what a registration's dates are."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from academy.people.choices import SWE_SINCE, Regulator

HCPC_ENDED = SWE_SINCE - timedelta(days=1)


@dataclass
class Numbers:
    """Numbers in rows nobody has been given: SW9…, SW8… for the time at HCPC, OT9…."""

    _next: dict[str, int] = field(default_factory=lambda: {"SW9": 123, "SW8": 457, "OT9": 45})

    def next(self, series: str) -> str:
        """The next number of a series, as the register prints it."""
        self._next[series] += 7
        return f"{series}{self._next[series]:05d}"


@dataclass(frozen=True)
class Registered:
    """One row of a register."""

    regulator: str
    number: str
    from_on: date
    until_on: date | None = None


def rows_of(regulator: str, from_on: date, numbers: Numbers) -> list[Registered]:
    """What the registers say of somebody registered since that day: social workers before 2 December 2019 with HCPC
    first (D0-01)."""
    if regulator == Regulator.HCPC:
        return [Registered(Regulator.HCPC, numbers.next("OT9"), from_on)]
    rows = []
    if from_on < SWE_SINCE:
        rows.append(Registered(Regulator.HCPC, numbers.next("SW8"), from_on, HCPC_ENDED))
    return [*rows, Registered(Regulator.SWE, numbers.next("SW9"), max(from_on, SWE_SINCE))]
