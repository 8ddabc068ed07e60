"""What connects somebody with a case is said, decided and lifted; whoever is tied out sees nothing of it."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from panels.choices.judging import TieState
from panels.models import Assignment, Case, Tie
from panels.selectors.called import called_to
from panels.services.declaring import Said, decide, declare, lift
from panels.services.locking import NOT_YOURS
from tests.factories.panels import AssignmentFactory, MemberFactory, TieFactory, case_in, seat_of
from tests.factories.people import NOW, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db
WE_BUILT = "We built the audit tool together."


@pytest.fixture
def case():
    return case_in("in_review")


@pytest.fixture
def member(case):
    return MemberFactory(panel=case.panel).person


@pytest.fixture
def chair(case):
    return as_actor(seat_of(case.panel))


def say(case, by, about, *, kind="joint_work", words=WE_BUILT):
    return declare(case=case, said=Said(person_id=about.pk, kind=kind, words=words), by=by, at=NOW)


def soft(case, person, **said):
    row = {"kind": "joint_work", "strength": "soft", "source": "member", "state": "open", **said}
    return TieFactory(case=case, person=person, **row)


def told():
    return set(Notice.objects.values_list("kind", "person_id"))


def test_hard_tie_a_member_says_of_herself_takes_her_out_at_once(case, member, chair):
    given = AssignmentFactory(case=case, person=member)
    actor = as_actor(member)
    tie = say(case, actor, member, kind="family", words="")
    assert (tie.state, tie.strength, tie.source, tie.noted_by) == ("steps_back", "hard", "member", member)
    assert list(Case.objects.visible_to(actor)) == []
    assert list(Assignment.objects.visible_to(actor)) == []
    assert called_to(actor, [case]) == {}
    given.refresh_from_db()
    assert given.state == "taken_off"
    assert told() == {("panels.tie.stepped_out", chair.person_id)}


def test_soft_tie_leaves_her_the_case_until_the_chair_decides(case, member, chair):
    actor = as_actor(member)
    tie = say(case, actor, member)
    assert (tie.state, tie.words) == ("open", WE_BUILT)
    assert list(Case.objects.visible_to(actor)) == [case]
    assert told() == {("panels.tie.opened", chair.person_id)}
    assert WE_BUILT not in Notice.objects.get().body


def test_candidate_names_somebody_of_the_panel_and_the_chair_anybody(case, member, chair):
    own = say(case, as_actor(case.person), member, kind="family", words="She is my cousin.")
    noted = say(case, chair, member, kind="other", words="They share a car.")
    assert (own.source, own.state) == ("candidate", "steps_back")
    assert (noted.source, noted.state) == ("chair", "open")


def test_chair_takes_up_again_what_she_lifted_and_others_do_not(case, member, chair):
    tie = say(case, chair, member, kind="other", words="They share a car.")
    lift(tie=tie, reason="It is another colleague.", by=chair, at=NOW)
    again = say(case, chair, member, kind="other", words="It is her after all.")
    assert (again.pk, again.state, again.words, again.reason) == (tie.pk, "open", "It is her after all.", "")
    hard = say(case, chair, member, kind="family", words="Sisters.")
    lift(tie=hard, reason="Namesakes.", by=chair, at=NOW)
    assert say(case, chair, member, kind="family", words="Sisters indeed.").state == "steps_back"
    own = say(case, as_actor(case.person), member)
    lift(tie=own, reason="It was years ago.", by=chair, at=NOW)
    with pytest.raises(Refused, match="You have said this already"):
        say(case, as_actor(case.person), member)


def test_others_say_nothing(case, member):
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, case.organisation))
    for actor, about, reason in (
        (as_actor(staff_of(case.organisation)), member, NOT_YOURS),
        (lead, member, "Say it of yourself. Of others the candidate and the chair say it."),
        (as_actor(case.person), staff_of(case.organisation), "Choose somebody who sits on the panel for this case."),
    ):
        with pytest.raises(Refused) as refused:
            say(case, actor, about)
        assert refused.value.reason == reason
    assert Tie.objects.count() == 0


@pytest.mark.parametrize("state", ["decided", "released"])
def test_nothing_is_said_decided_or_lifted_once_it_is_decided(state):
    case = case_in(state)
    chair, member = as_actor(seat_of(case.panel)), MemberFactory(panel=case.panel).person
    tie = soft(case, member)
    for act in (
        lambda: say(case, chair, member, kind="other"),
        lambda: decide(tie=tie, state="steps_back", reason="Too close.", by=chair, at=NOW),
        lambda: lift(tie=tie, reason="Wrong.", by=chair, at=NOW),
    ):
        with pytest.raises(Refused, match="The panel has decided"):
            act()


@pytest.mark.parametrize("state", ["on_agenda", "decided", "released"])
def test_a_candidate_cannot_tell_from_a_refusal_whether_it_is_decided(state):
    case = case_in(state)
    with pytest.raises(Refused, match="The panel has it before it now"):
        say(case, as_actor(case.person), MemberFactory(panel=case.panel).person)


def test_chair_lets_her_take_part_and_changes_her_mind(case, member, chair):
    tie, given = soft(case, member), AssignmentFactory(case=case, person=member)
    stays = decide(tie=tie, state=TieState.TAKES_PART, reason="It was a day.", by=chair, at=NOW)
    assert (stays.state, stays.reason, stays.decided_by_id) == ("takes_part", "It was a day.", chair.person_id)
    gone = decide(tie=tie, state=TieState.STEPS_BACK, reason="It was a month.", by=chair, at=NOW)
    given.refresh_from_db()
    assert (gone.state, given.state) == ("steps_back", "taken_off")
    back = decide(tie=tie, state=TieState.TAKES_PART, reason="It was a day.", by=chair, at=NOW)
    assert back.state == "takes_part"


def test_academy_lead_decides_where_the_chair_herself_is_tied(case, chair):
    tie = soft(case, seat_of(case.panel))
    with pytest.raises(Refused, match="You have a part in this yourself"):
        decide(tie=tie, state="takes_part", reason="It was a day.", by=chair, at=NOW)
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, case.organisation))
    assert decide(tie=tie, state="takes_part", reason="It was a day.", by=lead, at=NOW).state == "takes_part"


def test_clerk_and_member_decide_and_lift_nothing(case, member):
    tie = soft(case, MemberFactory(panel=case.panel).person)
    for person in (seat_of(case.panel, "clerk"), member):
        with pytest.raises(Refused) as decided:
            decide(tie=tie, state="takes_part", reason="Fine.", by=as_actor(person), at=NOW)
        with pytest.raises(Refused) as lifted:
            lift(tie=tie, reason="Fine.", by=as_actor(person), at=NOW)
        assert (decided.value.reason, lifted.value.reason) == (NOT_YOURS, NOT_YOURS)


def test_lifted_tie_gives_her_the_case_back_but_not_what_was_taken_off(case, member, chair):
    given = AssignmentFactory(case=case, person=member)
    tie = say(case, as_actor(case.person), member, kind="family", words="")
    assert list(Case.objects.visible_to(as_actor(member))) == []
    lift(tie=tie, reason="A namesake.", by=chair, at=NOW)
    given.refresh_from_db()
    assert (list(Case.objects.visible_to(as_actor(member))), given.state) == ([case], "taken_off")


def test_what_the_record_says_is_not_lifted_by_hand(case, member, chair):
    tie = TieFactory(case=case, person=member)
    with pytest.raises(Refused, match="Where it is wrong, have the record put right"):
        lift(tie=tie, reason="It is wrong.", by=chair, at=NOW)
