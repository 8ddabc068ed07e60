"""What stands beside one's own journey of the case for its step; the portfolio a case opened says what it is for."""

import pytest

from panels.choices.cases import CaseState
from panels.models import Meeting
from panels.navigation.portfolios import told_of
from panels.selectors.beside_journey import beside_journey
from pathways.selectors.beside import Beside
from pathways.selectors.ladders import ladder_of
from tests.factories.identity import OrganisationFactory
from tests.factories.panel_cases import council, draft_of
from tests.factories.panels import case_in
from tests.factories.people import NOW, PostFactory, as_actor, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return council()


def step_of(here, code="to-bg11"):
    return ladder_of(here.journey.ladder).step(code)


def test_without_a_case_it_says_where_one_begins(here):
    found = beside_journey(here.journey, step_of(here), here.by)
    assert found == Beside(label="Begin your case for the panel", url=f"/panels/cases/step/{here.journey.pk}/")


def test_a_case_that_is_not_over_is_shown_as_its_candidate_may_know_it(here):
    case = case_in(CaseState.DECIDED, panel=here.panel, person=here.person, sitting=here.meeting.sitting)
    found = beside_journey(here.journey, step_of(here), here.by)
    assert (found.url, found.state.word, found.says) == (
        case.get_absolute_url(),
        "With the panel",
        "sitting of 12 January 2027",
    )


@pytest.mark.parametrize(("state", "label"), [("released", "Your case for the panel"), ("withdrawn", None)])
def test_where_no_sitting_takes_cases_the_last_that_was_told_is_shown(here, state, label):
    case_in(state, panel=here.panel, person=here.person, sitting=here.meeting.sitting)
    Meeting.objects.update(state="open", opened_at=NOW)
    found = beside_journey(here.journey, step_of(here), here.by)
    assert (found.label if found else None) == label


def test_a_step_without_a_panel_shows_nothing(here):
    assert beside_journey(here.journey, step_of(here, "to-bg12"), here.by) is None


def test_where_another_organisation_is_acted_in_it_shows_nothing(here):
    other = OrganisationFactory()
    PostFactory(person=here.person, organisation=other, is_primary=False)
    assert beside_journey(here.journey, step_of(here), as_actor(here.person, organisation=other)) is None


def test_it_costs_the_same_for_one_case_and_for_three(here, django_assert_num_queries):
    by, step = here.by, step_of(here)
    for number in (1, 2, 3):
        case_in("withdrawn", panel=here.panel, person=here.person, sitting=here.meeting.sitting)
        if number != 2:
            with django_assert_num_queries(2):
                assert beside_journey(here.journey, step, by).label == "Begin your case for the panel"


def test_a_portfolio_opened_for_a_case_says_so_to_whom_sees_the_case(here):
    case = draft_of(here)
    told = told_of(f"case {case.pk}", here.by)
    assert (told.words, told.url) == ("Step up", case.get_absolute_url())
    stranger = as_actor(staff_of(here.organisation))
    assert [told_of(f"case {case.pk}", stranger), told_of("case of hers", here.by)] == [None, None]
