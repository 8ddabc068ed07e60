"""One's own journey opens the portfolio its step calls for, due on the sitting's day; both pages name each other."""

from datetime import date

import pytest

from portfolios.models import Portfolio
from tests.factories.identity import OrganisationFactory
from tests.factories.pathways import JourneyFactory, LadderVersionFactory, SittingFactory, practitioner_of
from tests.factories.people import staff_of
from tests.factories.portfolios import PortfolioTemplateFactory, portfolio_in
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
LATER = date(2027, 6, 1)


@pytest.fixture
def journey():
    """Somebody on her way to BG11 towards June, on a ladder whose step calls for the progression portfolio."""
    here = OrganisationFactory()
    ladder = LadderVersionFactory(organisation=here)
    steps = [{**step, "portfolio": "progression"} for step in ladder.content["steps"][:1]]
    ladder.content = {**ladder.content, "steps": [*steps, *ladder.content["steps"][1:]]}
    ladder.save()
    PortfolioTemplateFactory(organisation=here)
    amara = practitioner_of(here, line_manager=staff_of(here))
    sitting = SittingFactory(organisation=here)
    return JourneyFactory(person=amara, organisation=here, ladder=ladder, step="to-bg11", sitting=sitting)


def page_of(journey) -> str:
    return f"/journeys/{journey.pk}/portfolio/"


def test_step_calls_for_a_portfolio_which_is_opened_with_the_day_of_the_sitting(journey):
    hers, due_on = browser(journey.person), journey.sitting.submit_by
    assert "Open the portfolio it calls for: Progression portfolio" in words(hers.get("/pathways/"))
    assert "For the step to BG11 Experienced you hand in" in words(hers.get(page_of(journey)))

    pressed = [hers.post(f"{page_of(journey)}open/").url for _ in range(2)]

    made = Portfolio.objects.get()
    assert (made.source, made.due_on, made.person, pressed) == (
        "journey",
        due_on,
        journey.person,
        [made.get_absolute_url()] * 2,
    )
    month = journey.sitting.on.strftime("%B %Y")
    hers_says = words(hers.get(made.get_absolute_url()))
    assert f'href="{page_of(journey)}">the step to BG11 Experienced, progression panel of {month}</a>' in hers_says
    assert "Portfolio: Progression portfolio" in words(hers.get("/pathways/choices/"))
    assert "Being gathered" in words(hers.get(page_of(journey)))


def test_sitting_that_moves_is_offered_and_taken_by_one_press(journey):
    hers = browser(journey.person)
    hers.post(f"{page_of(journey)}open/")
    type(journey.sitting).objects.update(on=LATER, submit_by=LATER, endorse_by=LATER)

    assert "takes portfolios until 1 June 2027" in words(hers.get(page_of(journey)))
    assert "the sitting has another day now" in words(hers.get("/pathways/"))
    assert hers.post(f"{page_of(journey)}day/").url == page_of(journey)

    assert Portfolio.objects.get().due_on == LATER
    assert "Take this day" not in words(hers.get(page_of(journey)))


def test_nothing_is_taken_or_opened_where_nothing_calls_for_it(journey):
    hers = browser(journey.person)
    assert "nothing to open" in words(hers.post(f"{page_of(journey)}day/", follow=True))

    type(journey.ladder).objects.update(content=LadderVersionFactory().content, checksum="f" * 64)
    assert hers.get(page_of(journey)).status_code == 404
    assert hers.post(f"{page_of(journey)}open/").url == page_of(journey)
    assert not Portfolio.objects.exists()


def test_journey_of_somebody_else_is_not_found_even_by_her_manager(journey):
    manager = journey.person.posts.get().terms.get().line_manager
    for person in (manager, staff_of(journey.organisation)):
        assert browser(person).get(page_of(journey)).status_code == 404
        assert browser(person).post(f"{page_of(journey)}open/").status_code == 404
    assert not Portfolio.objects.exists()


def test_manager_reads_what_it_is_for_without_the_way_there(journey):
    manager = journey.person.posts.get().terms.get().line_manager
    its = {"person": journey.person, "organisation": journey.organisation, "signer": manager}
    its["template"] = journey.organisation.portfolio_templates.get()
    held = portfolio_in("signing", source="journey", reference=f"journey {journey.pk}", **its)

    shown = words(browser(manager).get(held.get_absolute_url()))

    assert "For the step to BG11 Experienced" in shown
    assert page_of(journey) not in shown
