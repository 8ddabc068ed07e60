import pytest

from academy.engines.requirements.cases import Wording
from pathways.selectors.wording import words_for
from tests.factories.identity import OrganisationFactory
from tests.factories.training import CourseFactory

LAW = "training.completion:anywhere/law"


@pytest.mark.django_db
def test_courses_are_called_by_their_titles_and_lead_to_their_pages():
    course = CourseFactory(organisation=OrganisationFactory(slug="anywhere"), code="law", title="Law for everybody")

    assert words_for([LAW, "people.post:anywhere"]) == {
        LAW: Wording("Law for everybody", link=course.get_absolute_url())
    }


@pytest.mark.parametrize(
    ("key", "action", "link"),
    [
        ("development.entry", "Write an entry", "/cpd/new/"),
        ("development.peer_learning", "Join a session", "/development/peer-learning/"),
        ("development.peer_learning:led", "Plan a session", "/development/peer-learning/plan/"),
        ("pathways.agreement:anywhere/topic", "Ask for it to count", "/pathways/agreements/new/topic/"),
    ],
)
def test_next_step_towards_a_fact_is_taken_on_its_page(key, action, link):
    assert words_for([key]) == {key: Wording("", link=link, action=action)}


def test_registration_says_whose_register_it_is():
    key = "people.registration:swe"

    assert words_for([key]) == {key: Wording("Registered with Social Work England")}


def test_what_nobody_does_by_a_page_of_the_portal_has_no_next_step():
    assert words_for(["people.post:anywhere", "portfolios.audit", "pathways.agreement"]) == {}
