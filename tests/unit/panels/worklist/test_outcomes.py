"""What waits after a decision, for each in turn; as many queries for three as for one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from panels.choices.cases import CaseState
from panels.choices.panels import MemberSort
from panels.choices.policy import Releaser
from panels.models import Case, Feedback, Letter, Meeting
from panels.rules.policy import PLAIN
from panels.selectors.outcomes_waiting import feedback_to_give, targets_to_reach, to_tell
from panels.worklist.outcomes import _giving, _reaching, _telling
from tests.factories.panels import TieFactory, seat_of
from tests.factories.panels_outcomes import decided, lead_of, lettered, sat, target_of, told, with_feedback
from tests.factories.people import NOW, TODAY, as_actor, staff_of

pytestmark = pytest.mark.django_db


def lines(find, person):
    return [(item.what, item.url, item.due_on) for item in find(as_actor(person), TODAY)]


def test_lead_reads_letters_then_tells_all():
    meeting = sat()
    first = lettered(decided(meeting), "written")
    lettered(decided(meeting))
    lead, page = lead_of(meeting.panel.organisation), f"/panels/meetings/{meeting.pk}/outbox/"
    due = TODAY.replace(day=30)
    assert lines(_telling, lead) == [("Read 1 letter: the panel of 1 December 2026", page, due)]
    Letter.objects.filter(pk=first.pk).update(state="read", read_at=NOW, read_by=lead)
    assert lines(_telling, lead) == [("Tell what was decided: the panel of 1 December 2026", page, due)]
    assert lines(_telling, seat_of(meeting.panel)) == []


def test_case_that_is_told_alone_leads_to_its_page():
    decision = decided()
    lettered(decision)
    Meeting.objects.update(released_at=NOW, released_by=decision.decided_by)
    found = lines(_telling, lead_of(decision.case.organisation))
    pk = decision.case_id
    assert [each[:2] for each in found] == [(f"Tell what was decided: case {pk}", f"/panels/cases/{pk}/")]


def test_case_the_lead_is_out_of_is_not_counted():
    meeting = sat()
    decision = decided(meeting)
    lettered(decision)
    lead = lead_of(meeting.panel.organisation)
    TieFactory(case=decision.case, person=lead)
    assert lines(_telling, lead) == []


def test_feedback_waits_once_the_decision_is_told_until_it_is_given():
    decision = decided(sat(rules=with_feedback(MemberSort.PSW_CHILDREN)))
    lettered(decision)
    row = Feedback.objects.get()
    assert lines(_giving, row.person) == []
    Case.objects.update(state=CaseState.RELEASED, released_at=NOW)
    name = decision.case.person.full_name
    page = f"/panels/cases/feedback/{row.pk}/"
    assert lines(_giving, row.person) == [(f"Give feedback to {name}: step up", page, row.due_on)]
    Feedback.objects.update(given_on=TODAY, words="You listen well.")
    assert lines(_giving, row.person) == []


def test_targets_wait_for_her_and_who_sees_to_them_four_weeks_before_they_are_due():
    decision = told("not_yet")
    coach = staff_of(decision.case.organisation)
    near = target_of(decision, owner=coach, owner_words="Her coach", due_on=TODAY + timedelta(days=28))
    target_of(decision, due_on=TODAY + timedelta(days=29))
    page = f"/panels/cases/targets/{near.pk}/"
    assert lines(_reaching, decision.case.person) == [(f"Your plan: {near.words}", page, near.due_on)]
    name = decision.case.person.full_name
    assert lines(_reaching, coach) == [(f"The plan of {name}: {near.words}", page, near.due_on)]
    Case.objects.update(state=CaseState.DECIDED)
    assert lines(_reaching, coach) == []


@pytest.mark.parametrize("many", [1, 3])
def test_what_waits_takes_the_same_queries_for_one_and_for_three(many, django_assert_num_queries):
    meeting = sat(rules=with_feedback(MemberSort.PSW_CHILDREN))
    giver = meeting.panel.members.get(sort=MemberSort.PSW_CHILDREN).person
    for _ in range(many):
        lettered(decided(meeting))
        target_of(told("not_yet", meeting=meeting), owner=giver, due_on=TODAY)
    lead, asked = as_actor(lead_of(meeting.panel.organisation)), as_actor(giver)
    with django_assert_num_queries(1):
        assert to_tell(lead)[0].of == many
    with django_assert_num_queries(1):
        assert len(feedback_to_give(asked)) == many
    with django_assert_num_queries(1):
        assert len(targets_to_reach(asked, on=TODAY)) == many


def test_chair_has_what_is_to_be_told_where_the_policy_lets_her():
    meeting = sat(rules=replace(PLAIN, release_by=(Releaser.CHAIR,)))
    decision = decided(meeting)
    lettered(decision, "written")
    chair = seat_of(meeting.panel)
    assert [line[0] for line in lines(_telling, chair)] == ["Read 1 letter: the panel of 1 December 2026"]
    assert lines(_telling, lead_of(meeting.panel.organisation)) == []
    TieFactory(case=decision.case, person=chair)
    assert lines(_telling, chair) == []
