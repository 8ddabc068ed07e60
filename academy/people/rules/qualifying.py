"""Being supported to qualify, and staying afterwards (S0-41, S1-04, S1-15). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.choices import Profession
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words

# A Social Care Assistant can qualify as either (S1-15).
TOWARDS = (Profession.SOCIAL_WORKER, Profession.OCCUPATIONAL_THERAPIST)
YEARS = (1, 2, 3, 5)


@dataclass(frozen=True)
class Qualified:
    """Somebody who qualified with support, and her last day with that employer, if she left."""

    on: date
    left_on: date | None = None


@dataclass(frozen=True)
class Retention:
    """So many years after qualifying: of how many one can tell, and how many of them were still there."""

    years: int
    of: int
    stayed: int


def can_begin(*, profession: str, is_registered: bool, from_on: date, expected_on: date | None) -> Decision:
    """Support leads to one of the two registered jobs, and is expected to end after it began."""
    if profession not in TOWARDS or not is_registered:
        return refused("Support leads to a registered job of social work or occupational therapy.", "towards")
    if expected_on is not None and expected_on < from_on:
        return refused("This is before the support began. Give a later day.", "expected_on")
    return ALLOWED


def can_end(*, from_on: date, on: date, today: date, is_open: bool) -> Decision:
    """It ends once, on a day between its first and today."""
    if not is_open:
        return refused("This has ended already.")
    if on < from_on:
        return refused(f"The support began on {in_words(from_on)}. Give that day or a later one.", "on")
    if on > today:
        return refused("This day is still to come.", "on")
    return ALLOWED


def retention(people: Iterable[Qualified], *, on: date) -> list[Retention]:
    """How many stayed 1, 2, 3 and 5 years after they qualified, of those of whom that can be told on the day."""
    known = list(people)
    return [_after(years, known, on) for years in YEARS]


def _after(years: int, people: list[Qualified], on: date) -> Retention:
    marks = [(each, each.on + relativedelta(years=years)) for each in people]
    told = [(each, mark) for each, mark in marks if mark <= on]
    stayed = [each for each, mark in told if each.left_on is None or each.left_on >= mark]
    return Retention(years, len(told), len(stayed))
