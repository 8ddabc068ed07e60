"""Who belongs here and who is away on a day. The app that keeps posts and absences (people) registers itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from academy.identity.models import Person

People = Callable[[date], QuerySet[Person]]


@dataclass(frozen=True)
class Whereabouts:
    """Two sets of people on a day: those who belong to some organisation, and those who are away."""

    here: People
    away: People


_source: list[Whereabouts] = []


def register_whereabouts(source: Whereabouts) -> None:
    """Name the one source that knows."""
    _source[:] = [source]


def people_here(on: date) -> QuerySet[Person]:
    """Everybody who belongs to an organisation on the day: leavers do not."""
    return _source[0].here(on)


def people_away(on: date) -> QuerySet[Person]:
    """Everybody who is absent on the day."""
    return _source[0].away(on)
