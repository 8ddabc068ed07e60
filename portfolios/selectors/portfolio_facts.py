"""Portfolios that were endorsed, as facts: what they were made for and by whom, never what stands in them."""

from collections.abc import Collection, Iterator
from datetime import date

from django.utils import timezone

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import keyed, which_of
from portfolios.choices.portfolios import PortfolioState
from portfolios.models import Portfolio
from portfolios.selectors.templates import content_of_template

PORTFOLIO = "portfolios.portfolio"
ENDORSED = (PortfolioState.ENDORSED, PortfolioState.SUBMITTED)


def portfolio_facts(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterator[Fact]:
    """Portfolios of these people that stand endorsed, of the purposes asked for, in the order they were. One query."""
    wanted = which_of(keys, PORTFOLIO)
    rows = Portfolio.objects.filter(person_id__in=person_ids, state__in=ENDORSED).select_related("template")
    if wanted is not None:
        rows = rows.filter(template__purpose__in=wanted)
    for row in rows.order_by("endorsed_at", "pk"):
        endorsed_on = timezone.localdate(row.endorsed_at)
        if endorsed_on <= on:
            yield Fact(
                key=keyed(PORTFOLIO, row.template.purpose),
                person=row.person_id,
                on=endorsed_on,
                by_relation=content_of_template(row.template).chain[-1].value,
                source="Endorsed here",
                link=row.get_absolute_url(),
            )
