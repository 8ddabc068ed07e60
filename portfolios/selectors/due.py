"""Portfolios with a day: what is due of one's own, and how those of a manager's people stand."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import F, QuerySet

from academy.identity.actor import Actor
from portfolios.choices.portfolios import PortfolioState
from portfolios.models import Portfolio

SOON = timedelta(days=14)


def due_soon(actor: Actor, *, on: date) -> QuerySet[Portfolio]:
    """One's own that are being gathered and due within two weeks or past their day, the next first."""
    own: QuerySet[Portfolio] = Portfolio.objects.due_by(on + SOON).filter(person_id=actor.person_id)
    return own.filter(state=PortfolioState.GATHERING).order_by("due_on", "pk")


def days_ahead_of(actor: Actor, *, until: date) -> QuerySet[Portfolio]:
    """One's own that are under way and due from the actor's day to another. One query."""
    own: QuerySet[Portfolio] = Portfolio.objects.due_by(until).filter(person_id=actor.person_id)
    return own.filter(due_on__gte=actor.on).order_by("due_on", "pk")


def standing_of(people: Collection[int], actor: Actor) -> dict[int, tuple[PortfolioState, date | None]]:
    """How the portfolio of each of these people stands that is due next where the actor acts: its state and its day,
    nothing of what is in it. One query."""
    rows = Portfolio.objects.filter(person_id__in=people, organisation_id=actor.organisation_id)
    standing = rows.exclude(state=PortfolioState.WITHDRAWN).order_by(F("due_on").desc(nulls_first=True), "-pk")
    found: dict[int, tuple[PortfolioState, date | None]] = {}
    for person, state, due_on in standing.values_list("person_id", "state", "due_on"):
        is_done = state == PortfolioState.SUBMITTED
        if not is_done or person not in found:
            found[person] = (PortfolioState(state), None if is_done else due_on)
    return found
