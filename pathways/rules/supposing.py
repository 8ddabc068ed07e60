"""What if: something that lacks arrives on a day. What would have to be known then, as facts nobody keeps. Pure."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import singledispatch

from academy.engines.facts.facts import Fact
from academy.engines.requirements.kinds.agreed import Agreed
from academy.engines.requirements.kinds.count import CountOf
from academy.engines.requirements.kinds.credits import CreditsAtLevel
from academy.engines.requirements.kinds.every import EveryWeeks
from academy.engines.requirements.kinds.months_since import MonthsSince
from academy.engines.requirements.kinds.part import Kind
from academy.engines.requirements.kinds.rated import RatedAtLeast
from academy.engines.requirements.node import Node

# How far ahead something may be supposed to arrive.
MONTHS_AHEAD = 24
LAST_MONTH = 12


@dataclass(frozen=True)
class Supposed:
    """What is to be known of a kind: how much, at which level, who said so, and how often."""

    quantity: int = 1
    level: str = ""
    by_relation: str = ""
    times: int = 1


def numbered(code: str, node: Node) -> Iterator[tuple[str, Node]]:
    """The parts of a requirement, each with a code of its own: its place in it."""
    return ((f"{code}.{number}", part) for number, part in enumerate(node.parts, start=1))


def arriving(kind: Kind, *, home: str, person: int, on: date) -> tuple[Fact, ...]:
    """The facts that meet a requirement from a day on, as expected ones; none where nothing that arrives would."""
    said = _supposed(kind)
    if said is None:
        return ()
    return tuple(
        Fact(
            key=key,
            person=person,
            on=on,
            quantity=Decimal(said.quantity),
            level=said.level,
            by_relation=said.by_relation,
            expected=True,
        )
        for key in sorted(kind.keys(home))
        for _ in range(said.times)
    )


def can_arrive(kind: Kind | None) -> bool:
    """Is it something that arrives, and not time that passes?"""
    return kind is not None and _supposed(kind) is not None


def month_ends(today: date, *, months: int = MONTHS_AHEAD) -> list[date]:
    """The last days of this month and of those to come."""
    found = []
    year, month = today.year, today.month
    for _ in range(months):
        found.append(date(year, month, monthrange(year, month)[1]))
        year, month = (year + 1, 1) if month == LAST_MONTH else (year, month + 1)
    return found


@singledispatch
def _supposed(kind: Kind) -> Supposed | None:
    return Supposed()


@_supposed.register
def _agreed(kind: Agreed) -> Supposed | None:
    return Supposed(by_relation=kind.by)


@_supposed.register
def _count(kind: CountOf) -> Supposed | None:
    """Where something is asked in every so many months nothing that arrives once is enough."""
    if kind.per_months is not None:
        return None
    return Supposed(quantity=kind.least, by_relation=kind.by[0] if kind.by else "")


@_supposed.register
def _credits(kind: CreditsAtLevel) -> Supposed | None:
    return Supposed(quantity=kind.least, level=str(kind.level))


@_supposed.register
def _rated(kind: RatedAtLeast) -> Supposed | None:
    return Supposed(level=kind.least, by_relation=kind.by[0] if kind.by else "", times=kind.count)


@_supposed.register(EveryWeeks)
@_supposed.register(MonthsSince)
def _of_time(kind: Kind) -> Supposed | None:
    """Time has to pass; the requirement says itself when it would have."""
    return None
