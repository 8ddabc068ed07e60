"""The step of a case, how it is made, and which portfolio it calls for."""

from datetime import timedelta

import pytest

from panels.choices.cases import CaseKind, CaseState
from panels.models import Meeting
from panels.selectors.handing_in import closes_on, handing_of
from panels.selectors.portfolios import portfolio_of, template_of
from panels.selectors.steps import mechanisms_of, step_of
from pathways.choices import Mechanism
from tests.factories.identity import TODAY
from tests.factories.panel_cases import SUBMIT_BY, council, draft_of
from tests.factories.panels import case_in
from tests.factories.people import NOW, RegistrationFactory
from tests.factories.portfolios import PortfolioFactory, PortfolioTemplateFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
PANEL_FIRST = (Mechanism.PANEL, Mechanism.VACANCY, Mechanism.RECRUITMENT)
INTERVIEW = (Mechanism.VACANCY, Mechanism.RECRUITMENT)


@pytest.fixture
def here():
    return council()


def post_of(here, **said):
    vacancy = VacancyFactory(organisation=here.organisation, **said)
    return case_in(CaseState.DRAFT, kind=CaseKind.APPOINTMENT, organisation=here.organisation, vacancy=vacancy)


def test_the_step_is_that_of_the_journeys_own_edition(here):
    assert (step_of(draft_of(here)).code, mechanisms_of(draft_of(here, step="to-bg12"))) == ("to-bg11", INTERVIEW)


def test_without_a_journey_it_is_that_of_a_ladder_in_force(here):
    case = draft_of(here, journey=None)
    assert (step_of(case).code, mechanisms_of(case)) == ("to-bg11", PANEL_FIRST)


def test_what_is_on_no_ladder_has_no_step(here):
    post = post_of(here)
    post.step = "vacancy-7"
    asye = case_in(CaseState.ACCEPTED, kind=CaseKind.MODERATION, organisation=here.organisation)
    assert (step_of(post), mechanisms_of(post), step_of(asye), mechanisms_of(asye)) == (None, INTERVIEW, None, ())


def test_a_template_is_the_one_for_its_purpose(here):
    progression = PortfolioTemplateFactory(organisation=here.organisation)
    interview = PortfolioTemplateFactory(organisation=here.organisation, template="interview", purpose="interview")
    external = PortfolioTemplateFactory(organisation=here.organisation, template="external", purpose="external")
    outside = post_of(here)
    outside.is_external = True
    cases = (draft_of(here), post_of(here), outside)
    assert [template_of(case, on=TODAY) for case in cases] == [progression, interview, external]


def test_a_template_the_step_names_goes_before_the_others_of_its_purpose(here):
    PortfolioTemplateFactory(organisation=here.organisation)
    content = dict(here.journey.ladder.content)
    content["steps"] = [{**each, "portfolio": "named"} for each in content["steps"]]
    type(here.journey.ladder).objects.update(content=content, checksum="na" * 32)
    here.journey.ladder.refresh_from_db()
    case = draft_of(here)
    assert template_of(case, on=TODAY) is None
    named = PortfolioTemplateFactory(organisation=here.organisation, template="named", title="Zznamed")
    assert template_of(case, on=TODAY) == named


def test_a_withdrawn_portfolio_is_none(here):
    moments = {"state": "withdrawn", "withdrawn_at": NOW, "withdrawn_because": "Another one."}
    held = PortfolioFactory(person=here.person, organisation=here.organisation, **moments)
    assert portfolio_of(draft_of(here, portfolio=held)) is None


@pytest.mark.parametrize(
    ("state", "is_cancelled"), [("open", False), ("closed", False), ("filled", True), ("withdrawn", True)]
)
def test_a_vacancy_that_is_filled_or_withdrawn_takes_nothing(here, state, is_cancelled):
    case = post_of(here, **({state: True} if state != "open" else {}))
    handing = handing_of(case, on=TODAY)
    assert (handing.is_cancelled, handing.takes_cases, handing.submit_by) == (
        is_cancelled,
        True,
        case.vacancy.closes_on,
    )


def test_a_vacancy_says_whether_the_register_is_needed(here):
    case = post_of(here)
    assert handing_of(case, on=TODAY).is_registered is False
    RegistrationFactory(person=case.person, expires_on=TODAY + timedelta(days=1))
    assert handing_of(case, on=TODAY).is_registered is True
    other = post_of(here)
    other.vacancy.job_role.is_registered = False
    assert handing_of(other, on=TODAY).is_registered is True


def test_a_sitting_that_is_held_takes_no_more(here):
    case = draft_of(here)
    assert (handing_of(case, on=TODAY).takes_cases, closes_on(case)) == (True, SUBMIT_BY)
    Meeting.objects.update(state="open", opened_at=NOW)
    assert handing_of(case, on=TODAY).takes_cases is False


def test_an_asye_without_a_sitting_has_no_last_day(here):
    case = case_in(CaseState.ACCEPTED, kind=CaseKind.MODERATION, organisation=here.organisation, sitting=None)
    assert (closes_on(case), handing_of(case, on=TODAY).submit_by) == (None, TODAY)
