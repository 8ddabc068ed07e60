"""A letter is written with its decision, read by another, changed until it goes."""

import pytest

from academy.engines.audit.commands import Refused
from panels.choices.cases import CaseKind
from panels.choices.outcomes import LetterState
from panels.choices.panels import MemberSort, Seat
from panels.models import Feedback, Letter, Target
from panels.services.letters import change, mark_read
from tests.factories.panels import DecisionFactory, TieFactory, recommended_in, seat_of
from tests.factories.panels_outcomes import decided, lead_of, lettered, sat, stepping, target_of, with_feedback, written
from tests.factories.pathways import SittingFactory
from tests.factories.people import NOW, TODAY, as_actor, holder_of

pytestmark = pytest.mark.django_db


def paragraphs(decision):
    return written(decision).body.split("\n\n")


def test_letter_of_a_step_by_panel_alone_tells_the_first_day_of_the_grade():
    meeting = sat()
    decision = decided(meeting, **stepping(meeting.panel.organisation, "panel"))
    said = paragraphs(decision)
    assert said[0] == f"Dear {decision.case.person.short_name}"
    assert said[1:] == [
        "On 16 November 2026 the panel looked at your case: Step up to BG11.",
        "You progress.",
        "The panel agreed that she progresses to BG11.",
        "Your grade changes on 16 November 2026.",
    ]


def test_letter_of_a_step_with_a_vacancy_tells_that_she_is_eligible():
    meeting = sat()
    decision = decided(meeting, **stepping(meeting.panel.organisation, "panel", "vacancy", "recruitment"))
    assert paragraphs(decision)[4:] == [
        "You are eligible for appointment now. The grade comes with a post: vacancy and interview are next."
    ]


def test_letter_of_a_not_yet_holds_the_plan_and_the_next_sitting_there_is():
    meeting = sat()
    decision = decided(meeting, outcome="not_yet")
    target_of(decision)
    SittingFactory(organisation=decision.case.organisation)
    said = paragraphs(decision)
    assert said[4].startswith("Your plan:\n1. Lead a complex assessment. (You, by ")
    assert said[5] == "You can come to the panel again on 17 June 2027."


def test_condition_is_kept_as_a_target_with_its_last_day():
    decision = decided(outcome="condition")
    written(decision)
    target = Target.objects.get(decision=decision)
    assert (target.words, target.owner, target.due_on) == (
        "Lead one complex review.",
        decision.case.person,
        decision.condition_by_on,
    )


def test_long_condition_is_named_where_it_is_worded():
    decision = decided()
    long = DecisionFactory(
        case=decision.case,
        meeting=decision.meeting,
        outcome="condition",
        condition="x" * 501,
        condition_by_on=decision.decided_on,
    )
    written(long)
    assert Target.objects.get(decision=long).words == "Meet the condition of the decision, as it is worded there."


def test_feedback_is_named_from_the_panel_else_by_role_and_stands_in_the_letter():
    meeting = sat(rules=with_feedback(MemberSort.PSW_CHILDREN, MemberSort.LEAD_ADULTS, MemberSort.INDEPENDENT))
    lead = holder_of("lead_social_worker", meeting.panel.organisation)
    decision = decided(meeting)
    said = paragraphs(decision)[-1]
    seat = meeting.panel.members.get(sort=MemberSort.PSW_CHILDREN).person
    assert said == f"{seat.full_name} and {lead.full_name} give you feedback by 30 November 2026."
    assert set(Feedback.objects.values_list("person_id", "sort")) == {
        (seat.pk, MemberSort.PSW_CHILDREN),
        (lead.pk, MemberSort.LEAD_ADULTS),
    }


def test_nobody_who_is_tied_out_gives_feedback_and_nobody_twice():
    meeting = sat(rules=with_feedback(MemberSort.PSW_CHILDREN, MemberSort.PSW_ADULTS))
    decision = decided(meeting)
    tied = meeting.panel.members.get(sort=MemberSort.PSW_CHILDREN).person
    TieFactory(case=decision.case, person=tied)
    holder_of("principal_social_worker", meeting.panel.organisation, person=seat_of(meeting.panel, Seat.CHAIR))
    written(decision)
    assert set(Feedback.objects.values_list("person_id", "sort")) == {(seat_of(meeting.panel).pk, "psw_children")}


def test_decided_again_asks_the_same_people_by_a_new_day_and_drops_whom_it_does_not_need():
    meeting = sat(rules=with_feedback(MemberSort.PSW_CHILDREN))
    first = decided(meeting)
    written(first)
    again = DecisionFactory(case=first.case, meeting=meeting, decided_on=TODAY)
    written(again)
    assert [row.due_on.isoformat() for row in Feedback.objects.all()] == ["2026-12-01"]
    written(DecisionFactory(case=first.case, meeting=meeting, outcome="deferred"))
    assert Feedback.objects.count() == 0


def test_asye_under_moderation_has_no_letter_here():
    meeting = sat(purpose="moderation")
    found = recommended_in(meeting.panel.organisation)
    decision = decided(meeting, outcome="confirmed", kind=CaseKind.MODERATION, recommendation=found)
    assert written(decision) is None
    assert (Letter.objects.count(), Feedback.objects.count()) == (0, 0)


def test_lead_reads_and_a_changed_letter_is_read_once_more():
    letter = lettered(decided(), "written")
    lead = as_actor(lead_of(letter.decision.case.organisation))
    read = mark_read(letter=letter, by=lead, at=NOW)
    assert (read.state, read.read_by_id, read.read_at) == (LetterState.READ, lead.person_id, NOW)
    changed = change(letter=read, body=" Dear Amina ", by=lead, at=NOW)
    assert (changed.state, changed.body) == (LetterState.WRITTEN, "Dear Amina")
    assert change(letter=changed, body="Dear Amina,", by=lead, at=NOW).state == LetterState.WRITTEN
    assert Letter.objects.get().body == "Dear Amina,"


@pytest.mark.parametrize("who", ["chair", "candidate", "tied"])
def test_nobody_else_reads_or_changes_a_letter(who):
    letter = lettered(decided(), "written")
    case = letter.decision.case
    person = {"chair": seat_of(case.panel), "candidate": case.person}.get(who) or lead_of(case.organisation)
    if who == "tied":
        TieFactory(case=case, person=person)
    with pytest.raises(Refused, match="somebody else"):
        mark_read(letter=letter, by=as_actor(person), at=NOW)
    with pytest.raises(Refused, match="somebody else"):
        change(letter=letter, body="Dear Amina", by=as_actor(person), at=NOW)


def test_letter_of_an_earlier_decision_is_not_read():
    letter = lettered(decided(), "written")
    DecisionFactory(case=letter.decision.case)
    with pytest.raises(Refused, match="decided again"):
        mark_read(letter=letter, by=as_actor(lead_of(letter.decision.case.organisation)), at=NOW)


@pytest.mark.parametrize(("body", "says"), [("", "Write the letter"), ("x" * 6001, "at most 6,000")])
def test_letter_without_words_or_with_too_many_is_refused_at_its_question(body, says):
    letter = lettered(decided())
    with pytest.raises(Refused, match=says) as refused:
        change(letter=letter, body=body, by=as_actor(lead_of(letter.decision.case.organisation)), at=NOW)
    assert refused.value.field == "body"
