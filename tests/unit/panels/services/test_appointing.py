"""Who progressed to a post is eligible for it, once."""

import pytest

from panels.models import Appointment
from panels.services.appointing import make_eligible
from tests.factories.panels import AppointmentFactory, case_in
from tests.factories.panels_outcomes import lead_of
from tests.factories.people import NOW, as_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return case_in("released")


def eligible(case):
    return make_eligible(case=case, by=as_actor(lead_of(case.organisation)), at=NOW)


def test_she_is_eligible_once(case):
    first = eligible(case)
    assert (first.number, first.state, first.eligible_at) == (1, "eligible", NOW)
    assert eligible(case) == first
    assert Appointment.objects.count() == 1


def test_after_an_earlier_vacancy_the_next_number_follows(case):
    ended = {"decided_at": NOW, "decided_by": case.person, "words": "The post was withdrawn."}
    AppointmentFactory(case=case, state="lapsed", **ended)
    assert eligible(case).number == 2
