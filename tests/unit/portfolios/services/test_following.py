"""What another app opened follows it: its day, its employer, and not once it is handed in."""

from datetime import date

import pytest

from academy.engines.audit.models import Event
from portfolios.selectors.opened import opened_by
from portfolios.services.days import move_day, take_day
from portfolios.services.following import take_along
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, staff_of
from tests.factories.portfolios import PortfolioFactory, portfolio_in

pytestmark = pytest.mark.django_db
DAY = date(2027, 1, 15)
OF = {"source": "asye", "reference": "7"}


@pytest.fixture
def by(db: None):
    return as_actor(staff_of(OrganisationFactory()))


def test_day_moves_once_and_a_second_time_nothing_happens(by):
    portfolio = PortfolioFactory(**OF, due_on=date(2026, 12, 1))

    moved = [move_day(**OF, due_on=DAY, by=by, at=NOW) for _ in range(2)]

    portfolio.refresh_from_db()
    assert (moved, portfolio.due_on) == ([portfolio, None], DAY)
    assert Event.objects.filter(act="portfolios.portfolio.take_day").count() == 1


@pytest.mark.parametrize("state", ["submitted", "withdrawn"])
def test_what_is_closed_keeps_its_day_and_its_employer(by, state):
    portfolio = portfolio_in(state, **OF, due_on=date(2026, 12, 1))
    at_home = portfolio.organisation_id

    assert move_day(**OF, due_on=DAY, by=by, at=NOW) is None
    take_day(portfolio=portfolio, due_on=DAY, by=by, at=NOW)
    take_along(portfolio=portfolio, organisation_id=OrganisationFactory().pk, by=by, at=NOW)

    portfolio.refresh_from_db()
    assert (portfolio.due_on, portfolio.organisation_id) == (date(2026, 12, 1), at_home)


def test_opened_by_finds_the_last_one_not_withdrawn():
    portfolio_in("withdrawn", **OF)
    kept = [PortfolioFactory(**OF) for _ in range(2)]
    PortfolioFactory(source="journey", reference="7")

    assert opened_by("asye", ["7", "8"]) == {"7": kept[1]}
