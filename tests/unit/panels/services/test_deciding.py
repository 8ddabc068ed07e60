"""The panel decides on the case at the table, with the room there is; what was decided last is opened once more."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.people.choices import RoleCode
from panels.choices.cases import CaseState
from panels.choices.outcomes import DecisionBasis, Outcome
from panels.choices.panels import ItemState, MeetingState, Seat
from panels.models import Appeal, Case, Letter
from panels.rules.deciding import Aim, Proposed
from panels.services.agenda import put_on
from panels.services.deciding import Recorded, decide
from panels.services.locking import NOT_YOURS
from panels.services.reopening import NOT_DECIDED, reopen
from tests.factories.panel_meetings import in_the_room, item_of, judged_in, meeting_of
from tests.factories.panels import AppealFactory, AppointmentFactory, AssignmentFactory, TieFactory, seat_of
from tests.factories.pathways import SittingFactory
from tests.factories.people import NOW, as_actor, holder_of
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
WORDS = {"wording": "She progresses.", "reasons": "Both reviewers saw it."}
PROGRESSED = Recorded(proposed=Proposed(outcome=Outcome.PROGRESSED, wording=WORDS["wording"], reasons=WORDS["reasons"]))


@pytest.fixture
def meeting():
    held = meeting_of()
    in_the_room(held)
    return held


@pytest.fixture
def item(meeting):
    return item_of(meeting, ItemState.ON_TABLE)


def chair(meeting):
    return as_actor(seat_of(meeting.panel))


def refusal(act, **said):
    with pytest.raises(Refused) as caught:
        act(at=NOW, **said)
    return caught.value.reason


def decided(item):
    return decide(item=item, said=PROGRESSED, by=chair(item.meeting), at=NOW)


def test_decision_recorded_keeps_who_decided_and_who_was_out(item, meeting):
    members = [seat.person_id for seat in meeting.panel.members.filter(seat__in=["chair", "member"]).order_by("person")]
    TieFactory(case=item.case, person_id=members[-1])
    made = decided(item)
    assert (made.number, made.basis, made.meeting_id) == (1, DecisionBasis.MEETING, meeting.pk)
    assert (sorted(made.present), made.away) == (members[:-1], [members[-1]])
    item.refresh_from_db()
    assert (item.state, item.case.state) == (ItemState.DONE, CaseState.DECIDED)
    assert Letter.objects.filter(decision=made).count() == 1


def test_decision_without_quorum_says_for_whom_to_wait(item, meeting):
    for seat in meeting.panel.members.filter(seat=Seat.MEMBER).order_by("pk")[:2]:
        TieFactory(case=item.case, person=seat.person)
    said = refusal(decide, item=item, said=PROGRESSED, by=chair(meeting))
    assert said.startswith("Wait for one more member who may decide on this case: 3 are needed.")


def test_decision_while_a_tie_is_open_counts_her_not(item, meeting):
    for seat in meeting.panel.members.filter(seat=Seat.MEMBER).order_by("pk")[:2]:
        TieFactory(case=item.case, person=seat.person, kind="team", strength="soft", state="open")
    said = refusal(decide, item=item, said=PROGRESSED, by=chair(meeting))
    assert said.startswith("Wait for one more member")


def test_decision_while_a_review_is_to_come_waits(item, meeting):
    AssignmentFactory(case=item.case)
    waits = "Wait for 1 review, or put the case off."
    assert refusal(decide, item=item, said=PROGRESSED, by=chair(meeting)) == waits


def test_decision_by_the_clerk_or_a_tied_chair_is_refused(item, meeting):
    clerk = as_actor(seat_of(meeting.panel, Seat.CLERK))
    assert refusal(decide, item=item, said=PROGRESSED, by=clerk) == NOT_YOURS
    TieFactory(case=item.case, person=seat_of(meeting.panel))
    assert refusal(decide, item=item, said=PROGRESSED, by=chair(meeting)) == NOT_YOURS


def test_decision_on_what_is_not_on_the_table_is_refused(meeting):
    waiting = item_of(meeting)
    called = "Call this case to the table first. It is decided there."
    assert refusal(decide, item=waiting, said=PROGRESSED, by=chair(meeting)) == called


def test_decision_without_words_is_refused_at_its_question(item, meeting):
    empty = Recorded(proposed=Proposed(outcome=Outcome.PROGRESSED, wording=" ", reasons="Seen."))
    with pytest.raises(Refused) as caught:
        decide(item=item, said=empty, by=chair(meeting), at=NOW)
    assert caught.value.field == "wording"


def test_decision_not_yet_keeps_its_targets_with_owner_and_day(item, meeting):
    person, day = item.case.person, NOW.date() + timedelta(days=60)
    aims = (
        Aim(words="A second observation", owner=person.full_name, due_on=day),
        Aim(words="Supervision on risk", owner="Her supervisor", due_on=day),
    )
    proposed = Proposed(outcome=Outcome.NOT_YET, aims=aims, **WORDS)
    made = decide(item=item, said=Recorded(proposed=proposed, owners=(person.pk,)), by=chair(meeting), at=NOW)
    kept = list(made.targets.values_list("position", "words", "owner_id", "owner_words", "due_on"))
    assert kept == [
        (1, "A second observation", person.pk, person.full_name, day),
        (2, "Supervision on risk", None, "Her supervisor", day),
    ]


def test_reopened_by_the_chair_waits_again_and_takes_the_next_number(item, meeting):
    decided(item)
    case = reopen(case=item.case, note="A piece was overlooked.", by=chair(meeting), at=NOW)
    again = case.items.get(is_off=False)
    assert (case.state, again.state, again.pk == item.pk) == (CaseState.ON_AGENDA, ItemState.WAITING, False)
    again.__class__.objects.filter(pk=again.pk).update(state=ItemState.ON_TABLE, began_at=NOW)
    made = decided(again.__class__.objects.get(pk=again.pk))
    assert (made.number, made.basis) == (2, DecisionBasis.REOPENED)


def test_reopened_after_the_meeting_comes_on_the_agenda_of_another(item, meeting):
    decided(item)
    meeting.__class__.objects.filter(pk=meeting.pk).update(state=MeetingState.CLOSED, closed_at=NOW)
    case = reopen(case=item.case, note="A piece was overlooked.", by=chair(meeting), at=NOW)
    assert case.items.filter(is_off=False).count() == 0
    there = meeting.panel.organisation
    on = NOW.date() + timedelta(days=90)
    days = {"on": on, "submit_by": on, "endorse_by": on}
    sitting = SittingFactory(organisation=there, purpose="progression", **days)
    other = meeting_of(state=MeetingState.GATHERING, panel=meeting.panel, sitting=sitting)
    put_on(case=case, meeting=other, by=chair(meeting), at=NOW)
    assert list(case.items.filter(is_off=False).values_list("meeting", flat=True)) == [other.pk]


def test_reopened_once_told_only_by_the_lead(item, meeting):
    decided(item)
    Case.objects.filter(pk=item.case_id).update(state=CaseState.RELEASED, released_at=NOW)
    told = "The candidate was told of it. Ask the academy lead to open it once more."
    assert refusal(reopen, case=item.case, note="Overlooked.", by=chair(meeting)) == told
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, meeting.panel.organisation))
    assert refusal(reopen, case=item.case, note="", by=lead) == (
        "Write why it is opened once more. The note stays with the case."
    )
    assert reopen(case=item.case, note="Overlooked.", by=lead, at=NOW).state == CaseState.ON_AGENDA


def test_reopened_while_an_appeal_or_an_appointment_rests_on_it_is_refused(item, meeting):
    made = decided(item)
    Case.objects.filter(pk=item.case_id).update(state=CaseState.RELEASED, released_at=NOW)
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, meeting.panel.organisation))
    AppealFactory(decision=made)
    assert refusal(reopen, case=item.case, note="Overlooked.", by=lead).startswith("An appeal is open against it.")
    Appeal.objects.update(state="withdrawn")
    by = {"decided_by": seat_of(meeting.panel), "decided_at": NOW, "words": "She was convincing."}
    AppointmentFactory(case=item.case, state="appointed", vacancy=VacancyFactory(), from_on=NOW.date(), **by)
    assert refusal(reopen, case=item.case, note="Overlooked.", by=lead).startswith("Somebody was appointed")


def test_after_an_appeal_was_upheld_those_who_decided_before_do_not_decide_again(item, meeting):
    made = decided(item)
    upheld = {"outcome": "upheld", "outcome_words": "It was not seen.", "closed_at": NOW, "closed_by": made.decided_by}
    AppealFactory(decision=made, state="closed", **upheld)
    Case.objects.filter(pk=item.case_id).update(state=CaseState.ON_AGENDA)
    type(item).objects.filter(pk=item.pk).update(state=ItemState.ON_TABLE)
    again = {"item": item, "said": PROGRESSED, "by": chair(meeting)}
    assert refusal(decide, **again).startswith("After an appeal new members decide.")


def test_reopening_what_is_not_decided_or_not_hers_is_refused(meeting):
    case = judged_in(meeting, CaseState.ON_AGENDA)
    assert refusal(reopen, case=case, note="Why not.", by=chair(meeting)) == NOT_DECIDED
    member = as_actor(seat_of(meeting.panel, Seat.MEMBER))
    assert refusal(reopen, case=case, note="Why not.", by=member) == NOT_YOURS
