"""Who may do what once something is decided, and who may not."""

from dataclasses import replace

import pytest

from academy.engines.access.permissions import allows
from academy.people.choices import RoleCode
from panels.choices.cases import CaseKind, CaseState
from panels.choices.panels import MemberSort
from panels.choices.policy import Releaser
from panels.models import Case
from panels.rules.policy import PLAIN
from tests.factories.identity import PersonFactory
from tests.factories.panels import AppealFactory, AppointmentFactory, TieFactory, case_in, seat_of
from tests.factories.panels_outcomes import decided, lead_of, lettered, sat, target_of, told, with_feedback
from tests.factories.people import NOW, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db
SORT = MemberSort.PSW_CHILDREN


@pytest.fixture
def world():
    """A decision that was told with letter, plan and feedback, and everybody around it by name."""
    meeting = sat(rules=with_feedback(SORT))
    here = meeting.panel.organisation
    manager = staff_of(here)
    decision = told("not_yet", meeting=meeting, person=staff_of(here, line_manager=manager))
    coach = staff_of(here)
    things = {
        "target": target_of(decision, owner=coach, owner_words="Her coach"),
        "feedback": decision.case.feedback.get(),
        "letter": decision.letter,
        "appeal": AppealFactory(decision=decision),
        "case": decision.case,
        "decision": decision,
        "meeting": meeting,
        "none": None,
    }
    people = {
        "candidate": decision.case.person,
        "manager": manager,
        "coach": coach,
        "giver": things["feedback"].person,
        "chair": seat_of(meeting.panel),
        "clerk": seat_of(meeting.panel, "clerk"),
        "lead": lead_of(here),
        "tied": lead_of(here),
        "hr": holder_of(RoleCode.HR, here),
        "colleague": staff_of(here),
    }
    TieFactory(case=decision.case, person=people["tied"])
    return things, people


@pytest.mark.parametrize(
    ("code", "thing", "who"),
    [
        ("panels.case.release", "case", {"lead"}),
        ("panels.case.release", "letter", {"lead"}),
        ("panels.outbox.see", "meeting", {"lead", "tied"}),
        ("panels.letter.see", "letter", {"candidate", "chair", "clerk", "lead"}),
        ("panels.plan.see", "decision", {"candidate", "manager", "chair", "clerk", "lead", "giver"}),
        ("panels.appeal.see", "appeal", {"candidate", "chair", "clerk", "lead"}),
        ("panels.feedback.give", "feedback", {"giver"}),
        ("panels.staff_file.have", "none", {"lead", "tied", "hr"}),
        ("panels.target.keep", "target", {"candidate", "manager", "coach", "lead"}),
    ],
)
def test_only_these_may(world, code, thing, who):
    things, people = world
    assert {name for name, person in people.items() if allows(code, as_actor(person), things[thing])} == who


@pytest.mark.parametrize(
    ("code", "thing", "who"),
    [
        ("panels.letter.see", "letter", {"chair", "clerk", "lead"}),
        ("panels.plan.see", "decision", {"chair", "clerk", "lead", "giver"}),
        ("panels.feedback.give", "feedback", set()),
        ("panels.target.keep", "target", {"candidate", "manager", "lead"}),
    ],
)
def test_before_it_is_told_nobody_outside_may(world, code, thing, who):
    things, people = world
    Case.objects.update(state=CaseState.DECIDED)
    for each in ("letter", "decision", "feedback", "target"):
        things[each].refresh_from_db()
    assert {name for name, person in people.items() if allows(code, as_actor(person), things[thing])} == who


def test_targets_one_helps_with_are_for_anybody_with_a_post():
    post, stranger = as_actor(staff_of(sat().panel.organisation)), as_actor(PersonFactory())
    assert (allows("panels.target.help", post, None), allows("panels.target.help", stranger, None)) == (True, False)


def test_permissions_say_nothing_of_other_things(world):
    things, people = world
    lead = as_actor(people["lead"])
    for code in (
        "panels.letter.see",
        "panels.plan.see",
        "panels.appeal.see",
        "panels.feedback.give",
        "panels.grade.give",
    ):
        assert allows(code, lead, things["meeting"]) is False
    assert allows("panels.target.keep", as_actor(people["coach"]), things["letter"]) is False


def test_grade_is_given_by_the_lead_where_somebody_progressed_and_never_to_oneself():
    decision = decided()
    lettered(decision)
    lead = lead_of(decision.case.organisation)
    post, own = decision.case.person.posts.get(), lead.posts.get()
    assert allows("panels.grade.give", as_actor(lead), post) is True
    assert allows("panels.grade.give", as_actor(staff_of(decision.case.organisation)), post) is False
    assert allows("panels.grade.give", as_actor(lead), own) is False
    other = staff_of(decision.case.organisation).posts.get()
    assert allows("panels.grade.give", as_actor(lead), other) is False


def test_grade_is_given_by_who_appointed_her():
    case = case_in(CaseState.ACCEPTED, kind=CaseKind.APPOINTMENT)
    recruiter = staff_of(case.organisation)
    said = {"decided_by": recruiter, "decided_at": NOW, "words": "A clear interview.", "from_on": NOW.date()}
    AppointmentFactory(case=case, vacancy=case.vacancy, state="appointed", **said)
    assert allows("panels.grade.give", as_actor(recruiter), case.person.posts.get()) is True


@pytest.mark.parametrize(
    ("release_by", "who"),
    [((Releaser.CHAIR,), {"chair"}), ((Releaser.ACADEMY_LEAD, Releaser.CHAIR), {"chair", "lead"})],
)
def test_who_tells_is_whom_the_policy_names(release_by, who):
    meeting = sat(rules=replace(PLAIN, release_by=release_by))
    case = decided(meeting).case
    people = {
        "chair": seat_of(meeting.panel),
        "clerk": seat_of(meeting.panel, "clerk"),
        "lead": lead_of(case.organisation),
    }
    for code, thing in (("panels.case.release", case), ("panels.outbox.see", meeting)):
        assert {name for name, person in people.items() if allows(code, as_actor(person), thing)} == who
    TieFactory(case=case, person=people["chair"])
    assert not allows("panels.case.release", as_actor(people["chair"]), case)
    assert not allows("panels.outbox.see", as_actor(people["lead"]), case)
