"""She opens the portfolio of her year with one press; those who have a part in it read it from then on."""

from dataclasses import replace
from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from asye.navigation.portfolio import told_of
from asye.rules.policy import PLAIN
from asye.selectors.panels.portfolio import panel
from asye.services.opening import open_for_year
from portfolios.models import Portfolio
from tests.factories.asye import AsyePolicyFactory, MilestoneFactory, policy_content
from tests.factories.people import NOW, TODAY
from tests.factories.portfolios import PortfolioTemplateFactory

pytestmark = pytest.mark.django_db
DAY = date(2027, 1, 15)


@pytest.fixture
def year(world):
    """A year whose policy calls for the ASYE portfolio of adults, handed in in January."""
    world.year.policy = AsyePolicyFactory(content=policy_content(replace(PLAIN, portfolio="asye-adults")))
    world.year.save()
    PortfolioTemplateFactory(organisation=world.organisation, template="asye-adults", title="ASYE")
    MilestoneFactory(enrolment=world.year, code="submission", kind="submission", title="Handed in", computed_on=DAY)
    return world.year


def shown(world, name: str) -> dict[str, object]:
    found = panel(world.year, actor=world.acting(name), roles=frozenset(), on=TODAY)
    return {} if found is None else found.context


def test_one_press_opens_it_for_the_day_and_for_those_with_a_part(world, year):
    made = [open_for_year(enrolment=year, by=world.acting("nqsw"), at=NOW) for _ in range(2)]

    portfolio = Portfolio.objects.get()
    assert (made, portfolio.due_on, portfolio.source, portfolio.reference) == (
        [portfolio] * 2,
        DAY,
        "asye",
        str(year.pk),
    )
    readable = {name: shown(world, name)["is_readable"] for name in ("nqsw", "assessor", "manager", "coordinator")}
    assert readable == {"nqsw": True, "assessor": True, "manager": True, "coordinator": False}


@pytest.mark.parametrize(
    ("who", "said", "words"),
    [
        pytest.param("assessor", {}, "Only the newly qualified", id="somebody-else"),
        pytest.param("nqsw", {"state": "released"}, "does not run", id="between-employers"),
    ],
)
def test_others_and_other_times_are_refused(world, year, who, said, words):
    type(year).objects.update(**said) if said else None
    year.refresh_from_db()

    with pytest.raises(Refused, match=words):
        open_for_year(enrolment=year, by=world.acting(who), at=NOW)
    assert not Portfolio.objects.exists()


def test_a_template_that_is_not_in_force_is_refused(world, year):
    year.policy = AsyePolicyFactory(content=policy_content(replace(PLAIN, portfolio="elsewhere")))

    with pytest.raises(Refused, match="in force where you work"):
        open_for_year(enrolment=year, by=world.acting("nqsw"), at=NOW)


@pytest.mark.parametrize("day", [None, date(2026, 11, 1)])
def test_without_a_day_to_come_it_is_opened_without_one(world, year, day):
    year.milestones.all().delete()
    if day is not None:
        MilestoneFactory(enrolment=year, code="submission", kind="submission", title="Handed in", computed_on=day)

    assert open_for_year(enrolment=year, by=world.acting("nqsw"), at=NOW).due_on is None


def test_panel_offers_it_to_her_alone_and_is_left_out_where_none_is_called_for(world, year):
    assert [bool(shown(world, name)["template"]) for name in ("nqsw", "assessor")] == [True, False]
    year.policy = AsyePolicyFactory()
    assert shown(world, "nqsw") == {}


def test_the_portfolio_names_its_year_to_who_sees_it(world, year):
    of = [told_of(str(year.pk), world.acting(name)) for name in ("nqsw", "assessor", "colleague")]

    assert [each and each.url for each in of] == [f"/asye/{year.pk}/", f"/asye/{year.pk}/", None]
    assert told_of("journey 3", world.acting("nqsw")) is None
