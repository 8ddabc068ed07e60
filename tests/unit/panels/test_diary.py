"""Days ahead of a candidate: her interview, with when and where, and nobody else's."""

from datetime import timedelta

import pytest

from academy.ui.lists import Day
from panels.choices.cases import CaseKind
from panels.diary import _interviews
from panels.models import Appointment
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.panels import AppointmentFactory, case_in
from tests.factories.people import NOW, as_actor, staff_of

pytestmark = pytest.mark.django_db
UNTIL = TODAY + timedelta(days=30)


def invited(person, *, days=5):
    """An interview of hers so many days ahead."""
    organisation = person.posts.get().organisation
    case = case_in("accepted", kind=CaseKind.APPOINTMENT, organisation=organisation, person=person, step=f"post-{days}")
    there = {"vacancy": case.vacancy, "interview_at": NOW + timedelta(days=days), "interview_place": "Civic Offices"}
    return AppointmentFactory(case=case, state="invited", **there)


@pytest.fixture
def person():
    return staff_of(OrganisationFactory())


def test_interview_stands_among_the_days_to_come_with_when_and_where(person):
    made = invited(person)
    invited(staff_of(person.posts.get().organisation))
    assert _interviews(as_actor(person), UNTIL) == [
        Day(
            on=TODAY + timedelta(days=5),
            what="Your interview",
            detail=f"{made.vacancy.title}, 09:30, Civic Offices",
            url=made.case.get_absolute_url(),
        )
    ]


def test_interview_that_is_over_too_far_ahead_or_called_off_does_not(person):
    invited(person, days=-1)
    invited(person, days=31)
    invited(person)
    ended = {"state": "lapsed", "decided_at": NOW, "decided_by": person, "words": "It was taken back."}
    Appointment.objects.filter(interview_at=NOW + timedelta(days=5)).update(**ended)
    assert _interviews(as_actor(person), UNTIL) == []


@pytest.mark.parametrize("many", [1, 3])
def test_days_take_one_query_for_one_and_for_three(person, many, django_assert_num_queries):
    for days in range(many):
        invited(person, days=days)
    actor = as_actor(person)
    with django_assert_num_queries(1):
        assert len(_interviews(actor, UNTIL)) == many
