"""Who progressed to a post is eligible for it, once."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from panels.models import Appointment
from panels.services.appointing import DECIDED_AGAIN, follow, make_eligible
from panels.services.reopening import reopen
from tests.factories.panels import AppointmentFactory, case_in
from tests.factories.panels_outcomes import lead_of, sat, told
from tests.factories.people import NOW, as_actor, holder_of

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


def test_reopened_nobody_is_eligible_on_it_any_more_and_told_again_the_next_number_follows():
    case = told(meeting=sat()).case
    lead = as_actor(lead_of(case.organisation))
    first = make_eligible(case=case, by=lead, at=NOW)
    reopen(case=case, note="A review was not read.", by=lead, at=NOW)
    first.refresh_from_db()
    assert (first.state, first.words, Notice.objects.filter(kind="panels.appointment.stopped").count()) == (
        "lapsed",
        DECIDED_AGAIN,
        0,
    )
    assert make_eligible(case=case, by=lead, at=NOW).number == 2


def test_another_vacancy_waits_until_the_case_that_is_judged_again_is_told(case):
    ended = {"decided_at": NOW, "decided_by": case.person, "words": DECIDED_AGAIN}
    AppointmentFactory(case=case, state="lapsed", **ended)
    recruiter = as_actor(holder_of(RoleCode.HR, case.organisation))
    type(case).objects.filter(pk=case.pk).update(state="accepted", released_at=None, decided_at=None)
    with pytest.raises(Refused, match="Her case is decided again"):
        follow(case=case, by=recruiter, at=NOW)
