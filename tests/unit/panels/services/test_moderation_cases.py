"""An ASYE that a panel moderated goes back to its year."""

import pytest

from academy.engines.audit.commands import Refused
from academy.people.choices import RoleCode
from asye.choices.ending import Test as Five
from asye.models import Moderation
from panels.choices.cases import CaseKind, CaseState
from panels.models import Case, Letter
from panels.services.moderation_cases import give_back
from panels.services.releasing import release
from tests.factories.panels import case_in, recommended_in, review_of
from tests.factories.panels_outcomes import decided, lead_of, sat
from tests.factories.people import NOW, as_actor, holder_of

pytestmark = pytest.mark.django_db
YES = dict.fromkeys(Five.values, True)


@pytest.fixture
def decision():
    meeting = sat(purpose="moderation")
    found = recommended_in(meeting.panel.organisation, recommended_at=NOW.replace(day=1))
    made = decided(meeting, outcome="confirmed", kind=CaseKind.MODERATION, recommendation=found)
    for tests in (YES, {**YES, "valid": False}):
        review_of(made.case, tests=tests, to_assessor="Clear.", to_candidate="Go on so.")
    return made


def test_releasing_gives_the_decision_back_with_what_no_reviewer_denied_and_without_a_letter(decision):
    lead = holder_of(RoleCode.MODERATOR, decision.case.organisation, person=lead_of(decision.case.organisation))
    release(meeting=decision.meeting, by=as_actor(lead), at=NOW)
    given = Moderation.objects.get()
    assert (given.result, given.tests, given.moderated_on) == (
        "confirmed",
        {**YES, "valid": False},
        decision.decided_on,
    )
    assert (given.to_assessor, given.to_nqsw) == (f"{decision.wording}\n\nClear.\n\nClear.", "Go on so.\n\nGo on so.")
    decision.case.refresh_from_db()
    assert (decision.case.state, Letter.objects.count()) == (CaseState.RELEASED, 0)


def test_case_without_a_decision_is_not_given_back(decision):
    other = case_in(CaseState.ON_AGENDA, kind=CaseKind.MODERATION, panel=decision.case.panel)
    with pytest.raises(Refused, match="nothing to give back"):
        give_back(case=other, by=as_actor(lead_of(other.organisation)), at=NOW)


def test_who_does_not_moderate_cannot_give_it_back(decision):
    with pytest.raises(Refused, match="somebody else"):
        release(meeting=decision.meeting, by=as_actor(lead_of(decision.case.organisation)), at=NOW)
    assert Case.objects.get().state == CaseState.DECIDED
