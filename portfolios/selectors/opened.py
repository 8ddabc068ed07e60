"""What was opened for things of other apps, found by their own names for them; for the app that opened it."""

from collections.abc import Collection
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from academy.engines.access.models import Grant
from academy.identity.actor import Actor
from portfolios.choices.portfolios import PortfolioState
from portfolios.models import Portfolio
from portfolios.querysets.portfolios import MANAGER, PART


def opened_by(source: str, references: Collection[str]) -> dict[str, Portfolio]:
    """By the app's own reference: the portfolio it opened that was not withdrawn, the latest one. One query, whoever
    asks: the app judges who is shown it, and what it holds is read through `visible_to` alone."""
    found = Portfolio.objects.filter(source=source, reference__in=references).exclude(state=PortfolioState.WITHDRAWN)
    return {each.reference: each for each in found.order_by("opened_at", "pk")}


def is_readable(portfolio: Portfolio, actor: Actor) -> bool:
    """May the actor open it? One query."""
    return Portfolio.objects.visible_to(actor).filter(pk=portfolio.pk).exists()


def grants_on(portfolio: Portfolio, *, on: date) -> QuerySet[Grant]:
    """By which others read it on the day by a part in what it is for, each with its person. One query."""
    holds = Q(until_on=None) | Q(until_on__gte=on)
    thing = {"thing_type": ContentType.objects.get_for_model(Portfolio), "thing_id": portfolio.pk}
    found = Grant.objects.filter(holds, **thing, purpose__in=(PART, MANAGER), withdrawn_at=None).select_related(
        "person"
    )
    return found.order_by("given_at", "pk")
