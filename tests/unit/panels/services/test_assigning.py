"""Cases are given to reviewers: asked, taken on, declined, taken off, given to somebody else, shared out."""

from dataclasses import replace as changed
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from panels.choices.panels import Names, Seat
from panels.models import Assignment, Tie
from panels.rules.policy import PLAIN
from panels.services.assigning import (
    HANDED_IN,
    assign,
    decline,
    replace,
    share_out,
    take_off,
    take_on,
)
from panels.services.closing import NONE_IN, STILL_OPEN, close_reviews
from panels.services.locking import NOT_YOURS
from tests.factories.panels import (
    AssignmentFactory,
    MemberFactory,
    PanelFactory,
    PanelPolicyFactory,
    TieFactory,
    case_in,
    seat_of,
)
from tests.factories.people import NOW, TODAY, MembershipFactory, PersonFactory, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return case_in("accepted")


@pytest.fixture
def member(case):
    return MemberFactory(panel=case.panel).person


@pytest.fixture
def chair(case):
    return as_actor(seat_of(case.panel))


def told():
    return set(Notice.objects.values_list("kind", "person_id"))


def in_state(case, state):
    case.state = state
    case.save()


def test_asked_reviewer_has_the_days_the_policy_gives_and_the_review_begins(case, member, chair):
    given = assign(case=case, person=member, by=chair, at=NOW)
    case.refresh_from_db()
    assert (given.state, given.asked_by_id, given.asked_at) == ("asked", chair.person_id, NOW)
    assert (given.answer_by, given.due_on) == (TODAY + timedelta(days=5), TODAY + timedelta(days=13))
    assert case.state == "in_review"
    said = Notice.objects.get()
    assert (said.kind, said.person, said.url) == (
        "panels.assignment.asked",
        member,
        f"/panels/assignments/{given.pk}/answer/",
    )
    assert "by 30 November 2026: " in said.body
    assert case.person.full_name in said.subject


def test_notice_of_a_blind_case_names_nobody(case, member, chair):
    case.names = Names.BLIND
    case.save()
    assign(case=case, person=member, by=chair, at=NOW)
    said = Notice.objects.get()
    assert said.subject == f"You are asked to judge a case: Case {case.pk}"
    assert case.person.family_name not in said.body


def test_second_reviewer_leaves_the_review_as_it_is_and_one_more_begins_it_again(case, chair):
    first, second, third = (MemberFactory(panel=case.panel).person for _ in range(3))
    for person in (first, second):
        assign(case=case, person=person, by=chair, at=NOW)
    in_state(case, "reviews_in")
    assign(case=case, person=third, by=chair, at=NOW)
    case.refresh_from_db()
    assert (case.state, case.assignments.count()) == ("in_review", 3)


def test_clerk_and_lead_ask_and_a_member_does_not(case, member):
    clerk, lead = seat_of(case.panel, "clerk"), holder_of(RoleCode.ACADEMY_LEAD, case.organisation)
    for who in (clerk, lead):
        other = MemberFactory(panel=case.panel).person
        assert assign(case=case, person=other, by=as_actor(who), at=NOW).state == "asked"
    with pytest.raises(Refused, match=NOT_YOURS):
        assign(case=case, person=member, by=as_actor(member), at=NOW)


def test_nobody_is_asked_who_is_tied_by_the_record_of_the_day(case, member, chair):
    terms = case.person.posts.get().terms.get()
    terms.line_manager = member
    terms.save()
    with pytest.raises(Refused, match="something connects her with the candidate"):
        assign(case=case, person=member, by=chair, at=NOW)
    assert (Tie.objects.get().person, Assignment.objects.count()) == (member, 0)


def test_nobody_is_asked_while_a_tie_is_open(case, member, chair):
    TieFactory(case=case, person=member, kind="other", strength="soft", source="member", state="open")
    with pytest.raises(Refused, match="Decide on it first") as refused:
        assign(case=case, person=member, by=chair, at=NOW)
    assert refused.value.field == "person"


def test_nobody_is_asked_without_a_seat_that_judges_there_on_the_day(case, chair):
    outside = staff_of(case.organisation)
    observer = MemberFactory(panel=case.panel, seat=Seat.OBSERVER, sort="").person
    over = MemberFactory(panel=case.panel, until_on=TODAY - timedelta(days=1)).person
    gone = MemberFactory(panel=case.panel, person=PersonFactory()).person
    for person in (outside, observer, over, gone):
        with pytest.raises(Refused, match="She has no seat on the panel that judges today"):
            assign(case=case, person=person, by=chair, at=NOW)


def test_guest_with_an_account_there_is_asked(case, chair):
    guest = MemberFactory(panel=case.panel, person=PersonFactory(), sort="guest").person
    MembershipFactory(person=guest, organisation=case.organisation, kind="guest")
    assert assign(case=case, person=guest, by=chair, at=NOW).person == guest


def test_nobody_has_more_than_the_policy_lets_her(case, member, chair):
    case.policy = PanelPolicyFactory(panel_rules=changed(PLAIN, max_load=1))
    case.save()
    other = AssignmentFactory(person=member)
    with pytest.raises(Refused, match="She has 1 case already"):
        assign(case=case, person=member, by=chair, at=NOW)
    other.state, other.done_at = "done", NOW
    other.save()
    assert assign(case=case, person=member, by=chair, at=NOW).state == "asked"


def test_taken_on_by_whom_it_was_given_to(case, member, chair):
    given = assign(case=case, person=member, by=chair, at=NOW)
    with pytest.raises(Refused):
        take_on(assignment=given, by=chair, at=NOW)
    taken = take_on(assignment=given, by=as_actor(member), at=NOW)
    assert (taken.state, taken.answered_at) == ("accepted", NOW)


def test_declined_with_a_reason_that_is_in_no_notice(case, member, chair):
    given = assign(case=case, person=member, by=chair, at=NOW)
    with pytest.raises(Refused, match="Say why you decline"):
        decline(assignment=given, reason=" ", by=as_actor(member), at=NOW)
    declined = decline(assignment=given, reason="I am in Leeds that week.", by=as_actor(member), at=NOW)
    assert (declined.state, declined.reason, declined.ended_at) == ("declined", "I am in Leeds that week.", NOW)
    said = Notice.objects.get(kind="panels.assignment.declined")
    assert (said.person_id, said.url) == (chair.person_id, f"/panels/cases/{case.pk}/reviewers/")
    assert "Leeds" not in said.body


def test_last_one_who_leaves_lets_enough_others_go_on(case, chair):
    in_state(case, "in_review")
    for _ in range(2):
        AssignmentFactory(case=case, state="done")
    member, other = (MemberFactory(panel=case.panel).person for _ in range(2))
    first, second = (AssignmentFactory(case=case, person=person, state="asked") for person in (member, other))
    decline(assignment=first, reason="I am away.", by=as_actor(member), at=NOW)
    case.refresh_from_db()
    assert case.state == "in_review"
    take_off(assignment=second, reason="She is away.", by=chair, at=NOW)
    case.refresh_from_db()
    assert (case.state, case.reviews_in_at) == ("reviews_in", NOW)


def test_taken_off_with_a_reason_and_she_is_told(case, member, chair):
    given = assign(case=case, person=member, by=chair, at=NOW)
    with pytest.raises(Refused, match="Say why it is taken off her"):
        take_off(assignment=given, reason="", by=chair, at=NOW)
    taken = take_off(assignment=given, reason="She has too many.", by=chair, at=NOW)
    assert (taken.state, taken.reason) == ("taken_off", "She has too many.")
    assert ("panels.assignment.taken_off", member.pk) in told()


def test_what_is_handed_in_is_not_taken_off_and_others_take_off_nothing(case, member, chair):
    done = AssignmentFactory(case=case, person=member, state="done")
    with pytest.raises(Refused, match=HANDED_IN):
        take_off(assignment=done, reason="Late.", by=chair, at=NOW)
    with pytest.raises(Refused, match=NOT_YOURS):
        take_off(assignment=done, reason="Late.", by=as_actor(member), at=NOW)


def test_case_goes_to_somebody_else_and_both_are_told(case, member, chair):
    given, other = assign(case=case, person=member, by=chair, at=NOW), MemberFactory(panel=case.panel).person
    new = replace(assignment=given, to=other, reason="She is away.", by=chair, at=NOW)
    given.refresh_from_db()
    assert (given.state, new.person, new.state) == ("taken_off", other, "asked")
    assert {("panels.assignment.taken_off", member.pk), ("panels.assignment.asked", other.pk)} <= told()


def test_case_does_not_go_to_one_who_has_it_or_is_tied(case, member, chair):
    given, other = assign(case=case, person=member, by=chair, at=NOW), MemberFactory(panel=case.panel).person
    TieFactory(case=case, person=other)
    for person, reason in ((member, "She has this case already"), (other, "something connects her")):
        with pytest.raises(Refused, match=reason):
            replace(assignment=given, to=person, reason="She is away.", by=chair, at=NOW)
    given.refresh_from_db()
    assert given.state == "asked"


def test_many_are_asked_at_once_and_who_cannot_be_is_told_with_why(case, member, chair):
    other = case_in("accepted", panel=case.panel)
    TieFactory(case=other, person=member, source="candidate", kind="family")
    shared = share_out(pairs=[(case, member), (other, member)], by=chair, at=NOW)
    assert [each.case for each in shared.given] == [case]
    assert [(case_id, person_id) for case_id, person_id, _ in shared.refused] == [(other.pk, member.pk)]


def test_chair_goes_on_with_fewer_reviews_once_nobody_is_left_to_hand_in(case, chair, member):
    in_state(case, "in_review")
    with pytest.raises(Refused, match=NONE_IN):
        close_reviews(case=case, by=chair, at=NOW)
    AssignmentFactory(case=case, state="done")
    waiting = AssignmentFactory(case=case, person=member)
    with pytest.raises(Refused, match=STILL_OPEN):
        close_reviews(case=case, by=chair, at=NOW)
    take_off(assignment=waiting, reason="She is away.", by=chair, at=NOW)
    with pytest.raises(Refused, match=NOT_YOURS):
        close_reviews(case=case, by=as_actor(member), at=NOW)
    assert close_reviews(case=case, by=chair, at=NOW).state == "reviews_in"


def test_case_without_a_sitting_gives_the_days_of_its_policy(chair, case, member):
    case.sitting = None
    case.save()
    given = assign(case=case, person=member, by=chair, at=NOW)
    assert given.due_on == TODAY + timedelta(days=21)


def test_seat_of_another_panel_counts_nothing(case, chair):
    elsewhere = PanelFactory(organisation=case.organisation)
    with pytest.raises(Refused, match="no seat on the panel"):
        assign(case=case, person=MemberFactory(panel=elsewhere).person, by=chair, at=NOW)
