"""A recommendation that is put off stays the panel's, is taken up for another sitting, and its NQSW hears nothing."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from asye.selectors.elsewhere import moderated_at
from panels.choices.cases import CaseState
from panels.models import Case
from panels.services.assigning import assign
from panels.services.checking import accept
from panels.services.leaving import put_off, take_up, withdraw
from panels.services.locking import NOT_YOURS
from panels.services.moderation_cases import begin
from tests.factories.panel_cases import sitting_taken_up
from tests.factories.panel_moderation import moderating
from tests.factories.people import NOW, as_actor

pytestmark = pytest.mark.django_db
REASON = "The observation is still with its observer."


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def case(here):
    begun = begin(recommendation=here.waiting(), meeting=here.meeting, by=here.by, at=NOW)
    member = here.panel.members.filter(seat="member").order_by("pk").first()
    assign(case=begun, person=member.person, by=as_actor(here.lead), at=NOW)
    return Case.objects.get(pk=begun.pk)


def test_put_off_it_is_judged_by_nobody_and_stays_the_panel_s(here, case):
    put_off(case=case, reason=REASON, to=None, by=as_actor(here.lead), at=NOW)
    held = Case.objects.get(pk=case.pk)
    assert (held.state, held.put_off_because) == (CaseState.DEFERRED, REASON)
    assert not held.assignments.standing().exists()
    assert here.panel.title in moderated_at(case.recommendation.enrolment_id)
    assert not Notice.objects.filter(person=case.person).exists()


def test_taken_up_for_a_later_sitting_it_is_accepted_and_judged_there(here, case):
    later = sitting_taken_up(here.panel, later=30)
    lead = as_actor(here.lead)
    put_off(case=case, reason=REASON, to=None, by=lead, at=NOW)
    taken = take_up(case=Case.objects.get(pk=case.pk), meeting=later, by=lead, at=NOW)
    assert (taken.state, taken.sitting_id, taken.put_off_because) == (CaseState.RECEIVED, later.sitting_id, "")
    accepted = accept(case=taken, looked_at=(), by=here.by, at=NOW)
    assert (accepted.state, accepted.recommendation_id) == (CaseState.ACCEPTED, case.recommendation_id)
    assert not Notice.objects.filter(person=case.person).exists()


def test_neither_the_nqsw_nor_her_assessor_puts_it_off_or_withdraws_it(case):
    for person in (case.person, case.recommendation.person):
        for refused in (
            lambda by: put_off(case=case, reason=REASON, to=None, by=by, at=NOW),
            lambda by: withdraw(case=case, because="", by=by, at=NOW),
        ):
            with pytest.raises(Refused) as caught:
                refused(as_actor(person))
            assert caught.value.reason == NOT_YOURS
