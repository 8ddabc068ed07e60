"""What a journey calls for, told beside it and by the portfolio; and what the two registries refuse."""

from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from academy.desk.selectors.journey_portfolios import beside_journey, journey_portfolio, told_of
from pathways import reference as ladders_here
from pathways.selectors import beside
from pathways.selectors.ladders import ladder_of
from portfolios import reference as templates_here
from portfolios.selectors import openers
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.pathways import JourneyFactory, LadderVersionFactory, SittingFactory, journey_in
from tests.factories.people import NOW, as_actor, staff_of
from tests.factories.portfolios import PortfolioFactory, PortfolioTemplateFactory, portfolio_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return OrganisationFactory()


def on_the_way(here, **said):
    ladder = LadderVersionFactory(organisation=here)
    steps = [{**ladder.content["steps"][0], "portfolio": "progression"}, *ladder.content["steps"][1:]]
    ladder.content = {**ladder.content, "steps": steps}
    ladder.save()
    return JourneyFactory(person=staff_of(here), organisation=here, ladder=ladder, step="to-bg11", **said)


def shown(journey, actor=None):
    step = ladder_of(journey.ladder).step(journey.step)
    return beside_journey(journey, step, actor or as_actor(journey.person))


def read(package, folder):
    return [yaml.safe_load(each.read_text()) for each in sorted(Path(package.__path__[0], folder).glob("*.yaml"))]


def opened(journey, state="gathering", **said):
    its = {"source": "journey", "reference": f"journey {journey.pk}", "person": journey.person}
    template = PortfolioTemplateFactory(organisation=journey.organisation)
    return portfolio_in(state, template=template, organisation=journey.organisation, **its, **said)


def test_beside_a_journey_stands_what_can_be_opened_then_what_is_open(here):
    journey = on_the_way(here)
    assert shown(journey) is None

    held = opened(journey, due_on=TODAY)
    found = shown(journey)
    assert (found.label, found.state.word, found.url) == (
        "Portfolio: Towards BG11",
        "Being gathered",
        f"/journeys/{journey.pk}/portfolio/",
    )
    held.delete()
    assert shown(journey).label == "Open the portfolio it calls for: Progression portfolio"
    assert shown(journey, as_actor(staff_of(OrganisationFactory()))) is None


@pytest.mark.parametrize(
    "gone", [{"cancelled_at": NOW, "cancelled_because": "Floods"}, {"submit_by": TODAY - timedelta(1)}]
)
def test_sitting_that_is_cancelled_or_closed_gives_no_day(here, gone):
    journey = on_the_way(here)
    days = {"endorse_by": TODAY - timedelta(9), **gone}
    journey.sitting = SittingFactory(organisation=here, **days)
    opened(journey)

    found = journey_portfolio(journey, as_actor(journey.person))

    assert (found.due_on, found.differs, found.with_whom) == (None, False, "with you")


def test_day_of_what_is_handed_in_does_not_move(here):
    journey = on_the_way(here, sitting=SittingFactory(organisation=here))
    opened(journey, "submitted", due_on=TODAY)

    assert (journey_portfolio(journey, as_actor(journey.person)).differs, shown(journey).says) == (
        False,
        "due by 17 November 2026",
    )


def test_nothing_stands_beside_the_journey_of_another_or_one_that_ended(here):
    journey = on_the_way(here)
    step = ladder_of(journey.ladder).step(journey.step)
    PortfolioTemplateFactory(organisation=here)
    own = as_actor(journey.person)

    assert [each.label for each in beside.beside(journey, step, own)] == [
        "Open the portfolio it calls for: Progression portfolio"
    ]
    assert beside.beside(journey, step, as_actor(staff_of(here))) == ()
    ended = journey_in("reached", person=journey.person, organisation=here, ladder=journey.ladder, step="to-bg11")
    assert (beside.beside(ended, step, own), beside.beside(None, None, own)) == ((), ())


def test_portfolio_says_what_opened_it_only_to_who_may_know_the_journey(here):
    journey = on_the_way(here)
    held = opened(journey)

    told = openers.opener_of(held, as_actor(journey.person))
    assert (told.words, told.url) == ("the step to BG11 Experienced", f"/journeys/{journey.pk}/portfolio/")
    assert openers.opener_of(held, as_actor(staff_of(here))) is None
    assert openers.opener_of(PortfolioFactory(), as_actor(journey.person)) is None
    assert told_of("something else", as_actor(journey.person)) is None


def test_registries_refuse_a_second_thing_of_one_name():
    with pytest.raises(RuntimeError, match="beside a journey are called portfolio"):
        beside.declare("portfolio", beside_journey)
    with pytest.raises(RuntimeError, match="opened by journey"):
        openers.declare("journey", told_of)


def test_every_portfolio_a_shipped_ladder_calls_for_has_a_template_of_that_organisation():
    templates = {(each.get("organisation"), each["template"]) for each in read(templates_here, "templates")}
    called_for = {
        (ladder["organisation"], step["portfolio"])
        for ladder in read(ladders_here, "ladders")
        for step in ladder["steps"]
        if "portfolio" in step
    }

    assert called_for - templates == set()
    assert len(called_for) == 3
