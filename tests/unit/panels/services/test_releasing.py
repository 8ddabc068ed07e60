"""What a sitting decided is told once and together; before that nobody outside learns of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from academy.people.models import GradeChange
from panels.choices.cases import CaseState
from panels.choices.outcomes import LetterState
from panels.choices.panels import MeetingState, MemberSort
from panels.choices.policy import Releaser
from panels.models import AgendaItem, Appointment, Case, Letter, Meeting
from panels.rules.policy import PLAIN
from panels.services.releasing import release, release_alone
from tests.factories.panels import DecisionFactory, TieFactory, case_in, seat_of
from tests.factories.panels_outcomes import (
    DECIDED_ON,
    decided,
    lead_of,
    lettered,
    sat,
    stepping,
    told,
    with_feedback,
)
from tests.factories.people import NOW, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return sat()


@pytest.fixture
def lead(meeting):
    return lead_of(meeting.panel.organisation)


def releasing(meeting, by):
    return release(meeting=meeting, by=as_actor(by), at=NOW)


def kinds(person):
    return set(Notice.objects.filter(person=person).values_list("kind", flat=True))


def test_every_letter_goes_with_how_to_appeal_and_every_case_is_told(meeting, lead):
    first, second = decided(meeting), decided(meeting, outcome="deferred")
    for each in (first, second):
        lettered(each)
    told_at = releasing(meeting, lead)
    assert (told_at.released_at, told_at.released_by_id) == (NOW, lead.pk)
    assert set(Case.objects.values_list("state", "released_at")) == {(CaseState.RELEASED, NOW)}
    assert set(Letter.objects.values_list("state", "sent_at")) == {(LetterState.SENT, NOW)}
    last = first.letter.body.split("\n\n")[-1]
    first.letter.refresh_from_db()
    said = first.letter.body.split("\n\n")
    assert said[-2] == last
    assert said[-1].endswith("You have until 1 December 2026. Appeal to the academy lead, on the page of your case.")


def test_candidate_her_manager_and_who_gives_feedback_are_told_and_no_notice_says_what():
    meeting = sat(rules=with_feedback(MemberSort.PSW_CHILDREN))
    organisation = meeting.panel.organisation
    manager = staff_of(organisation)
    decision = decided(meeting, person=staff_of(organisation, line_manager=manager))
    lettered(decision)
    releasing(meeting, lead_of(organisation))
    giver = meeting.panel.members.get(sort=MemberSort.PSW_CHILDREN).person
    assert kinds(decision.case.person) == {"panels.outcome.released"}
    assert kinds(manager) == {"panels.outcome.for_manager"}
    assert kinds(giver) == {"panels.feedback.asked"}
    said = " ".join(f"{each.subject} {each.body}" for each in Notice.objects.all()).lower()
    assert all(word not in said for word in ("progress", "bg11", "condition", "not yet"))


def test_step_by_panel_alone_gives_the_grade_reaches_the_journey_and_tells_staff_records(meeting, lead):
    keeper = holder_of(RoleCode.HR, meeting.panel.organisation)
    decision = decided(meeting, **stepping(meeting.panel.organisation, "panel"))
    lettered(decision)
    releasing(meeting, lead)
    change = GradeChange.objects.get()
    assert (change.terms.grade.code, change.terms.from_on, change.terms.post.person) == (
        "BG11",
        DECIDED_ON,
        decision.case.person,
    )
    assert (change.decision, change.decision_key) == ("Panel of 16 November 2026", f"panels:{decision.case_id}")
    decision.case.journey.refresh_from_db()
    assert decision.case.journey.state == "reached"
    assert Notice.objects.get(person=keeper).subject == "Panel of 16 November 2026: the file for staff records is there"
    assert Appointment.objects.count() == 0


def test_step_with_a_vacancy_makes_eligible_and_leaves_the_grade(meeting, lead):
    decision = decided(meeting, **stepping(meeting.panel.organisation, "panel", "vacancy", "recruitment"))
    lettered(decision)
    releasing(meeting, lead)
    assert Appointment.objects.get().case_id == decision.case_id
    decision.case.journey.refresh_from_db()
    assert (GradeChange.objects.count(), decision.case.journey.state) == (0, "open")


def test_grade_from_a_day_to_come_leaves_the_journey_open(meeting, lead):
    day = NOW.date().replace(day=30)
    decision = decided(meeting, effective_on=day, **stepping(meeting.panel.organisation, "panel"))
    lettered(decision)
    releasing(meeting, lead)
    decision.case.journey.refresh_from_db()
    assert (GradeChange.objects.get().terms.from_on, decision.case.journey.state) == (day, "open")


def test_who_holds_the_grade_already_keeps_her_terms(meeting, lead):
    step = stepping(meeting.panel.organisation, "panel")
    step["person"].posts.get().terms.update(grade=step["grade"])
    lettered(decided(meeting, **step))
    releasing(meeting, lead)
    assert (GradeChange.objects.count(), Case.objects.get().state) == (0, CaseState.RELEASED)


@pytest.mark.parametrize("gone", [True, False])
def test_grade_that_cannot_be_given_is_said_with_whose_it_is_and_nothing_is_told(meeting, lead, gone):
    step = stepping(meeting.panel.organisation, "panel")
    post = step["person"].posts.get()
    if gone:
        post.until_on = post.from_on
        post.save()
    else:
        post.terms.update(from_on=DECIDED_ON)
    lettered(decided(meeting, **step))
    with pytest.raises(Refused, match=f"^{step['person'].full_name}: "):
        releasing(meeting, lead)
    assert (Case.objects.get().state, Notice.objects.count()) == (CaseState.DECIDED, 0)


def test_a_sitting_is_told_once(meeting, lead):
    lettered(decided(meeting))
    releasing(meeting, lead)
    with pytest.raises(Refused, match="told already"):
        releasing(meeting, lead)
    assert Event.objects.filter(act="panels.meeting.release").count() == 1


def later():
    return NOW + timedelta(days=30)


def test_told_later_than_the_letters_were_to_go_a_note_says_why(meeting, lead):
    lettered(decided(meeting))
    by = as_actor(lead, on=later().date())
    with pytest.raises(Refused, match="They were to go by 30 November 2026"):
        release(meeting=meeting, by=by, at=later())
    release(meeting=meeting, note=" The chair was ill. ", by=by, at=later())
    event = Event.objects.get(act="panels.meeting.release")
    assert event.note == "Later than 30 November 2026: The chair was ill."


def test_told_in_time_a_note_is_not_kept(meeting, lead):
    lettered(decided(meeting))
    release(meeting=meeting, note="Why not.", by=as_actor(lead), at=NOW)
    assert Event.objects.get(act="panels.meeting.release").note == ""


def test_chair_tells_where_the_policy_lets_her_and_the_lead_does_not():
    meeting = sat(rules=replace(PLAIN, release_by=(Releaser.CHAIR,)))
    decision = decided(meeting)
    lettered(decision)
    with pytest.raises(Refused, match="somebody else"):
        releasing(meeting, lead_of(meeting.panel.organisation))
    releasing(meeting, seat_of(meeting.panel))
    decision.case.refresh_from_db()
    assert decision.case.state == CaseState.RELEASED


@pytest.mark.parametrize("seat", ["chair", "clerk"])
def test_nobody_but_the_lead_tells_a_sitting(meeting, seat):
    lettered(decided(meeting))
    with pytest.raises(Refused, match="somebody else"):
        releasing(meeting, seat_of(meeting.panel, seat))


def test_lead_whose_own_case_is_among_them_or_who_is_tied_to_one_asks_another(meeting, lead):
    decision = decided(meeting)
    lettered(decision)
    tie = TieFactory(case=decision.case, person=lead)
    with pytest.raises(Refused, match="take no part in a case among them"):
        releasing(meeting, lead)
    tie.delete()
    lettered(decided(meeting, person=lead))
    with pytest.raises(Refused, match="take no part in a case among them"):
        releasing(meeting, lead)


def test_what_is_missing_is_said(meeting, lead):
    decision = decided(meeting)
    lettered(decision, "written")
    waiting = case_in(CaseState.ON_AGENDA, panel=meeting.panel)
    AgendaItem.objects.create(meeting=meeting, case=waiting, position=1)
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.OPEN)
    with pytest.raises(Refused) as refused:
        releasing(meeting, lead)
    assert refused.value.reason == (
        "Close the meeting first. 1 case is not decided yet. Decide, or put off to another sitting with a reason. "
        f"Read the letter of {decision.case.person.full_name}."
    )


def decided_again(state=LetterState.READ):
    """A case that was told with its sitting and decided once more since."""
    first = told()
    Meeting.objects.update(released_at=NOW, released_by=first.decided_by)
    Case.objects.update(state=CaseState.DECIDED)
    again = DecisionFactory(case=Case.objects.get(), meeting=first.meeting, outcome="not_yet", basis="reopened")
    lettered(again, state)
    return again


def test_case_decided_again_after_its_sitting_was_told_is_told_alone():
    again = decided_again()
    lead = as_actor(lead_of(again.case.organisation))
    told_case = release_alone(case=again.case, by=lead, at=NOW)
    assert told_case.state == CaseState.RELEASED
    assert list(Letter.objects.order_by("pk").values_list("state", flat=True)) == ["sent", "sent"]
    with pytest.raises(Refused, match="nothing to tell"):
        release_alone(case=again.case, by=lead, at=NOW)


def test_case_told_alone_later_than_it_was_to_go_needs_a_note():
    again = decided_again()
    lead = as_actor(lead_of(again.case.organisation), on=later().date())
    with pytest.raises(Refused, match="Write why they go later"):
        release_alone(case=again.case, by=lead, at=later())
    release_alone(case=again.case, note="She was away.", by=lead, at=later())
    assert Event.objects.get(act="panels.case.release_alone").note.endswith(": She was away.")


def test_letter_nobody_read_is_not_sent_alone():
    again = decided_again("written")
    with pytest.raises(Refused, match="Read the letter"):
        release_alone(case=again.case, by=as_actor(lead_of(again.case.organisation)), at=NOW)


def test_case_that_goes_with_its_sitting_is_not_told_alone(meeting, lead):
    decision = decided(meeting)
    lettered(decision)
    with pytest.raises(Refused, match="with the others"):
        release_alone(case=decision.case, by=as_actor(lead), at=NOW)
    with pytest.raises(Refused, match="somebody else"):
        release_alone(case=decision.case, by=as_actor(seat_of(meeting.panel)), at=NOW)


def test_grade_that_is_told_alone_is_told_to_staff_records_too():
    meeting = sat()
    organisation = meeting.panel.organisation
    keeper = holder_of(RoleCode.HR, organisation)
    decision = decided(meeting, **stepping(organisation, "panel"))
    Meeting.objects.update(released_at=NOW, released_by=decision.decided_by)
    lettered(decision)
    release_alone(case=decision.case, by=as_actor(lead_of(organisation)), at=NOW)
    assert kinds(keeper) == {"panels.outcome.for_staff_record"}


def test_journey_that_was_left_stays_left(meeting, lead):
    decision = decided(meeting, **stepping(meeting.panel.organisation, "panel"))
    lettered(decision)
    journey = decision.case.journey
    journey.state, journey.left_because, journey.ended_at = "left", "I stay in my team.", NOW
    journey.save()
    releasing(meeting, lead)
    journey.refresh_from_db()
    assert (GradeChange.objects.count(), journey.state) == (1, "left")


def test_lead_who_keeps_staff_records_herself_is_not_told_of_what_she_does(meeting, lead):
    holder_of(RoleCode.HR, meeting.panel.organisation, person=lead)
    lettered(decided(meeting, **stepping(meeting.panel.organisation, "panel", "vacancy")))
    releasing(meeting, lead)
    assert kinds(lead) == set()
