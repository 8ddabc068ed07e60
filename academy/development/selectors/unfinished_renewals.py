"""Who has not finished renewing: everybody at once, as sets the database works with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.development.models import RenewalAct
from academy.development.rules.renewals import ActAsked, Asks, Cycle, acts_asked, cycle_of
from academy.development.selectors.regulators import asks_in_force
from academy.people.models import Registration
from academy.people.querysets import holds_on


@dataclass(frozen=True)
class UnfinishedRenewal:
    """A regulator's present cycle, and the registrations for which not every act asked in it is noted."""

    regulator: str
    cycle: Cycle
    registrations: QuerySet[Registration]


def unfinished_renewals(on: date) -> Iterator[UnfinishedRenewal]:
    """The cycle of each regulator that holds the day, with whose own page says that something is missing; one query."""
    for asks in asks_in_force(on).values():
        cycle = cycle_of(asks, on)
        yield UnfinishedRenewal(asks.regulator, cycle, _unfinished(asks, cycle, on=on))


def _unfinished(asks: Asks, cycle: Cycle, *, on: date) -> QuerySet[Registration]:
    """Of who joined late in the cycle fewer acts are asked (D4-07)."""
    late = asks.newcomers_from.in_year(cycle.closes_on.year) if asks.newcomers_from else None
    usual = _misses(acts_asked(asks, cycle, cycle.starts_on), asks=asks, cycle=cycle)
    misses = usual if late is None else Q(usual, from_on__lt=late)
    if late is not None:
        misses |= Q(_misses(acts_asked(asks, cycle, late), asks=asks, cycle=cycle), from_on__gte=late)
    return Registration.objects.filter(misses, holds_on(on), holds_on(cycle.closes_on), regulator=asks.regulator)


def _misses(acts: Sequence[ActAsked], *, asks: Asks, cycle: Cycle) -> Q:
    """One of the acts at least is not noted."""
    noted = RenewalAct.objects.noted().in_cycle(asks.regulator, cycle.closes_on).filter(person_id=OuterRef("person_id"))
    missing = Q(pk__in=[])
    for act in acts:
        missing |= Q(~Exists(noted.filter(act=act.code)))
    return missing
