"""The day of a portfolio that another app opened: it follows the day of what it is for."""

from datetime import date, datetime

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from portfolios.choices.portfolios import PortfolioState
from portfolios.models import Portfolio


def move_day(*, source: str, reference: str, due_on: date, by: Actor, at: datetime) -> Portfolio | None:
    """Give what an app opened for its own thing the day that thing has now; None where nothing is open or the day is
    the same.

    For the app that opened it, which judged who may move its dates; a day that has gone by is taken over too. What is
    handed in or withdrawn keeps its day. A signature stays: the day is no part of what was signed.
    """
    standing = Portfolio.objects.under_way().filter(source=source, reference=reference).exclude(due_on=due_on)
    found = standing.order_by("-opened_at", "-pk").first()
    return None if found is None else take_day(portfolio=found, due_on=due_on, by=by, at=at)


@command("portfolios.portfolio.take_day")
def take_day(*, portfolio: Portfolio, due_on: date, by: Actor, at: datetime) -> Portfolio:
    """Note the day of one portfolio. Handed in meanwhile, it keeps the one it had."""
    current = Portfolio.objects.select_for_update().get(pk=portfolio.pk)
    is_open = current.state not in (PortfolioState.SUBMITTED, PortfolioState.WITHDRAWN)
    if is_open:
        current.due_on = due_on
        current.save(update_fields=["due_on"])
    changed = ("due_on",) if is_open else ()
    record(current, changed=changed, about=current.person_id, organisation=current.organisation_id)
    return current
