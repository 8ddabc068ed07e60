"""A portfolio another app opened follows what it was opened for: who reads it by her part, and to which employer."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from academy.engines.access.services import grants
from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from portfolios.choices.portfolios import PortfolioState
from portfolios.models import Portfolio
from portfolios.querysets.portfolios import MANAGER, PART
from portfolios.selectors.opened import grants_on

# Of each, the last day; None where no end is known.
Until = Mapping[Person, date | None]


@transaction.atomic
def let_read(*, portfolio: Portfolio, readers: Until, managers: Until, by: Actor, at: datetime) -> None:
    """Make those who read it by a part exactly these people, each up to and with her last day there. Whoever stands in
    for one of `managers` reads it with her, as long as she stands in.

    For the app that opened it, which judged who has a part. What was so before stays untouched; its owner sees them
    among its readers. What she shares herself is another matter.
    """
    asked = {(person, PART): until_on for person, until_on in readers.items()}
    asked |= {(person, MANAGER): until_on for person, until_on in managers.items()}
    held = {(grant.person, grant.purpose): grant for grant in grants_on(portfolio, on=by.on)}
    for key, grant in held.items():
        if key not in asked:
            grants.withdraw(grant=grant, by=by, at=at)
    for key, until_on in asked.items():
        if key not in held or held[key].until_on != until_on:
            person, purpose = key
            grants.give(person=person, thing=portfolio, purpose=purpose, by=by, at=at, until_on=until_on)


@command("portfolios.portfolio.take_along")
def take_along(*, portfolio: Portfolio, organisation_id: int, by: Actor, at: datetime) -> Portfolio:
    """Take it along to the employer that has the record now, whose academy it is handed in to. What was handed in stays
    where that was."""
    current = Portfolio.objects.select_for_update().get(pk=portfolio.pk)
    is_open = current.state not in (PortfolioState.SUBMITTED, PortfolioState.WITHDRAWN)
    if is_open:
        current.organisation_id = organisation_id
        current.save(update_fields=["organisation"])
    changed = ("organisation",) if is_open else ()
    record(current, changed=changed, about=current.person_id, organisation=organisation_id)
    return current
