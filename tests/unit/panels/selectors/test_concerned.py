"""The menu knows whom panels concern with the same queries as before."""

from datetime import timedelta

import pytest

from academy.identity.actor import Actor, HeldRole
from academy.identity.choices import ActorKind
from academy.people.models import Membership
from academy.people.selectors.standing import standing
from panels.choices.cases import CaseKind, CaseState
from panels.navigation.home import is_concerned
from panels.selectors.concerned import CONCERNED
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.panel_cases import outsider_of
from tests.factories.panel_themes import ActionFactory
from tests.factories.panels import AssignmentFactory, HearerFactory, MemberFactory, case_in
from tests.factories.people import NOW, member_of

ONLY = frozenset({CONCERNED})


def marks(person_id):
    return standing(person_id, TODAY).marks & ONLY


@pytest.mark.django_db
def test_seats_cases_assignments_and_appeals_mark_whom_they_concern(django_assert_num_queries):
    case = case_in(CaseState.IN_REVIEW)
    given, hearer = AssignmentFactory(case=case), HearerFactory()
    seat = MemberFactory(panel=case.panel)
    people = [case.person_id, given.person_id, hearer.person_id, seat.person_id]
    with django_assert_num_queries(8):
        assert [marks(person_id) for person_id in people] == [ONLY] * 4


@pytest.mark.django_db
def test_who_sees_to_an_open_action_is_marked():
    action = ActionFactory()
    ended = ActionFactory(state="dropped", ended_at=NOW, ended_words="No.")
    assert [marks(each.owner_id) for each in (action, ended)] == [ONLY, frozenset()]


@pytest.mark.django_db
def test_an_external_candidate_is_marked_while_she_belongs_there_and_others_without_a_post_are_not():
    here = OrganisationFactory()
    candidate, guest, gone = outsider_of(here), member_of(here, kind="guest"), outsider_of(here)
    Membership.objects.filter(person=gone).update(until_on=TODAY - timedelta(days=1))
    assert [marks(person.pk) for person in (candidate, guest, gone)] == [ONLY, frozenset(), frozenset()]


@pytest.mark.django_db
def test_what_ended_was_declined_or_is_told_elsewhere_marks_nobody():
    seat = MemberFactory()
    type(seat).objects.filter(pk=seat.pk).update(until_on=seat.from_on)
    declined = AssignmentFactory(state="declined")
    asye = case_in(CaseState.ACCEPTED, kind=CaseKind.MODERATION)
    hearer = HearerFactory(stood_down_at=declined.asked_at)
    people = [seat.person_id, declined.person_id, asye.person_id, hearer.person_id]
    assert [marks(person_id) for person_id in people] == [frozenset()] * 4


@pytest.mark.parametrize(
    ("roles", "marked", "shown"),
    [
        ((), frozenset(), False),
        ((), ONLY, True),
        ((HeldRole("panel_clerk", 1, service_id=2),), frozenset(), True),
        ((HeldRole("hr", 1),), frozenset(), True),
        ((HeldRole("service_manager", 1),), frozenset(), False),
    ],
)
def test_menu_shows_panels_to_whom_they_concern(roles, marked, shown):
    actor = Actor(kind=ActorKind.USER, on=TODAY, label="Somebody", roles=roles, marks=marked)
    assert is_concerned(actor) is shown
