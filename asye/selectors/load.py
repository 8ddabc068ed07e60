"""How many years each assessor has in hand, for whoever gives the next one to somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from academy.identity.models import Person
from asye.choices.board import Standing
from asye.selectors.cohort import Row

FIRST_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Load:
    """An assessor: her years, those of them that began within the last twelve months, and those to act on now."""

    assessor: Person
    years: int
    first_year: int
    act_now: int


def loads_of(rows: Iterable[Row], *, on: date) -> list[Load]:
    """By the number of years, most first, of what is on the board. No query."""
    held: dict[int, list[Row]] = {}
    people: dict[int, Person] = {}
    for row in rows:
        if row.assessor is not None:
            people[row.assessor.pk] = row.assessor
            held.setdefault(row.assessor.pk, []).append(row)
    loads = [
        Load(
            people[pk],
            len(hers),
            sum(row.enrolment.starts_on > on - FIRST_YEAR for row in hers),
            sum(row.standing == Standing.ACT for row in hers),
        )
        for pk, hers in held.items()
    ]
    return sorted(loads, key=lambda each: (-each.years, each.assessor.full_name, each.assessor.pk))
