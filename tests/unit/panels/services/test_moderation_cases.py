"""An ASYE comes before a panel with its recommendation, and what the panel decided goes back to its year."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from asye.choices.ending import Test as Five
from asye.models import Enrolment, Moderation
from panels.choices.cases import CaseKind, CaseState
from panels.choices.panels import Names
from panels.models import Case, Letter, Meeting, Member, Tie
from panels.services.locking import NOT_YOURS
from panels.services.moderation_cases import HAD_A_PART, begin, give_back, put_to
from panels.services.releasing import release
from tests.factories.asye import PartFactory
from tests.factories.panel_cases import sitting_taken_up
from tests.factories.panel_moderation import RULES, SHARES, moderating
from tests.factories.panels import AssignmentFactory, case_in, handed_in_by, panel_of, recommended_in, review_of
from tests.factories.panels_outcomes import decided, lead_of, sat
from tests.factories.people import NOW, as_actor, staff_of

pytestmark = pytest.mark.django_db
YES = dict.fromkeys(Five.values, True)


@pytest.fixture
def here():
    return moderating()


@pytest.fixture
def decision():
    meeting = sat(purpose="moderation")
    found = recommended_in(meeting.panel.organisation, recommended_at=NOW.replace(day=1))
    made = decided(meeting, outcome="confirmed", kind=CaseKind.MODERATION, recommendation=found)
    for tests in (YES, {**YES, "valid": False}):
        review_of(made.case, tests=tests, to_assessor="Clear.", to_candidate="Go on so.")
    return made


def refused(recommendation, meeting, by):
    with pytest.raises(Refused) as caught:
        begin(recommendation=recommendation, meeting=meeting, by=by, at=NOW)
    return caught.value.reason


def test_recommendation_becomes_a_case_that_is_accepted_on_its_snapshot_with_ties_from_the_record():
    here = moderating(replace(RULES, names=Names.THROUGHOUT))
    snapshot = handed_in_by(staff_of(here.organisation), here.organisation)
    member = here.panel.members.filter(seat="member").first().person
    found = here.waiting(person=snapshot.portfolio.person, snapshot=snapshot)
    PartFactory(enrolment=found.enrolment, person=member)
    case = begin(recommendation=found, meeting=here.meeting, by=here.by, at=NOW)
    case.refresh_from_db()
    assert (case.kind, case.state, case.person_id, case.recommendation, case.snapshot, case.portfolio) == (
        CaseKind.MODERATION,
        CaseState.ACCEPTED,
        found.enrolment.person_id,
        found,
        snapshot,
        snapshot.portfolio,
    )
    assert (case.sitting, case.panel, case.policy) == (here.meeting.sitting, here.panel, here.meeting.policy)
    assert (case.names, case.service, case.is_first_time, case.earlier, case.accepted_at, case.handed_in_at) == (
        Names.THROUGHOUT,
        "adults",
        True,
        None,
        NOW,
        found.recommended_at,
    )
    assert list(Tie.objects.values_list("person", "state")) == [(member.pk, "steps_back")]
    event = Event.objects.get(act="panels.moderation.begin")
    assert (event.from_state, event.to_state, event.about_id) == ("", "accepted", case.person_id)


def test_year_without_a_portfolio_of_an_assessor_who_assessed_before_comes_without_either(here):
    known = here.waiting(recommended_at=NOW - timedelta(days=90)).person
    case = begin(recommendation=here.waiting(by=known), meeting=here.meeting, by=here.by, at=NOW)
    assert (case.snapshot, case.portfolio, case.is_first_time) == (None, None, False)


def test_whoever_neither_clerks_nor_runs_the_programme_puts_nothing_to_a_panel(here):
    found = here.waiting()
    chair = here.panel.members.get(seat="chair").person
    for person in (chair, staff_of(here.organisation), found.enrolment.person):
        assert refused(found, here.meeting, as_actor(person)) == NOT_YOURS
    clerk = here.panel.members.get(seat="clerk").person
    assert begin(recommendation=found, meeting=here.meeting, by=as_actor(clerk), at=NOW).state == CaseState.ACCEPTED


def test_year_of_ones_own_and_one_of_another_council_are_not_put_to_a_panel(here):
    own = here.waiting(person=here.coordinator)
    assert refused(own, here.meeting, here.by) == NOT_YOURS
    assert refused(moderating().waiting(), here.meeting, here.by) == NOT_YOURS


def test_recommendation_is_with_one_panel_at_a_time_and_not_after_its_year_went_on(here):
    found = here.waiting()
    begin(recommendation=found, meeting=here.meeting, by=here.by, at=NOW)
    assert refused(found, here.meeting, here.by).startswith("This recommendation is with a panel.")
    Case.objects.update(state=CaseState.WITHDRAWN)
    Enrolment.objects.filter(pk=found.enrolment_id).update(state="moderated")
    assert refused(found, here.meeting, here.by).startswith("This year waits for no moderation.")


def test_sitting_of_progression_or_one_that_takes_no_more_is_refused(here):
    other = sitting_taken_up(panel_of(here.organisation))
    closed = sitting_taken_up(here.panel, later=90)
    Meeting.objects.filter(pk=closed.pk).update(state="open", opened_at=NOW)
    assert [refused(here.waiting(), each, here.by)[:44] for each in (other, closed)] == [
        "Choose a sitting of ASYE moderation that sti"
    ] * 2


def test_joint_panel_with_members_of_one_service_is_refused():
    here = moderating(replace(RULES, moderation=replace(SHARES, is_joint=True)))
    assert begin(recommendation=here.waiting(), meeting=here.meeting, by=here.by, at=NOW).panel == here.panel
    Member.objects.filter(panel=here.panel).exclude(seat="clerk").update(service="adults")
    assert "together" in refused(here.waiting(), here.meeting, here.by)


def test_second_recommendation_goes_to_the_reviewers_of_the_first_who_may_still_be_asked(here):
    found = here.waiting()
    first = case_in(
        CaseState.RELEASED,
        kind=CaseKind.MODERATION,
        panel=here.panel,
        person=found.enrolment.person,
        recommendation=found,
    )
    stays, tied = (seat.person for seat in here.panel.members.filter(seat="member").order_by("pk")[:2])
    for person in (stays, tied):
        AssignmentFactory(case=first, person=person, state="done")
    PartFactory(enrolment=found.enrolment, person=tied)
    row = {"number": 2, "outcome": "pass", "report": "Seen.", "person": found.person, "recommended_at": NOW}
    second = found.enrolment.recommendations.create(**row)
    (case,) = put_to(recommendations=[second], meeting=here.meeting, by=here.by, at=NOW)
    assert (case.earlier, [each.person for each in case.assignments.all()]) == (first, [stays])


def test_releasing_gives_the_decision_back_with_what_no_reviewer_denied_and_without_a_letter(decision):
    release(meeting=decision.meeting, by=as_actor(lead_of(decision.case.organisation)), at=NOW)
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


def test_lead_who_had_a_part_in_the_year_does_not_give_it_back_and_nothing_is_told(decision):
    lead = lead_of(decision.case.organisation)
    PartFactory(enrolment=decision.case.recommendation.enrolment, role="supervisor", person=lead)
    with pytest.raises(Refused) as caught:
        release(meeting=decision.meeting, by=as_actor(lead), at=NOW)
    assert (caught.value.reason, Case.objects.get().state) == (HAD_A_PART, CaseState.DECIDED)


def test_year_that_was_withdrawn_meanwhile_stays_as_it_is_and_the_sitting_is_told(decision):
    year = Enrolment.objects.filter(pk=decision.case.recommendation.enrolment_id)
    year.update(state="withdrawn", ended_at=NOW, ended_because="She left.")
    release(meeting=decision.meeting, by=as_actor(lead_of(decision.case.organisation)), at=NOW)
    assert (Moderation.objects.count(), year.get().state, Case.objects.get().state) == (0, "withdrawn", "released")
