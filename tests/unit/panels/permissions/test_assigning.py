"""Who keeps ties and gives cases to reviewers: each permission, who has it and who has not."""

import pytest

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from panels.choices.panels import Seat
from panels.models import Meeting
from tests.factories.panels import AssignmentFactory, MemberFactory, TieFactory, case_in, seat_of
from tests.factories.people import TODAY, as_actor, holder_of

pytestmark = pytest.mark.django_db
HELD = {
    # Whoever comes to the case in any part; who sees it not yet finds no page for it, and the rule asks of whom it is.
    "panels.tie.declare": {"chair", "clerk", "lead", "member", "reviewer", "candidate", "hr"},
    "panels.tie.decide": {"chair", "lead"},
    "panels.tie.keep": {"portal"},
    "panels.tie.renew": {"chair", "portal"},
    "panels.case.assign": {"chair", "clerk", "lead"},
    "panels.case.close_reviews": {"chair", "clerk", "lead", "portal"},
    "panels.assignment.answer": {"reviewer"},
    "panels.assignment.share_out": {"chair", "clerk", "lead", "coordinator"},
    "panels.load.see": {"lead"},
}


@pytest.fixture
def case():
    return case_in("in_review")


@pytest.fixture
def people(case):
    there = case.organisation
    return {
        "chair": seat_of(case.panel),
        "clerk": seat_of(case.panel, Seat.CLERK),
        "member": seat_of(case.panel, Seat.MEMBER),
        "reviewer": AssignmentFactory(case=case, person=MemberFactory(panel=case.panel).person).person,
        "lead": holder_of(RoleCode.ACADEMY_LEAD, there),
        "coordinator": holder_of(RoleCode.ASYE_COORDINATOR, there),
        "hr": holder_of(RoleCode.HR, there),
        "candidate": case.person,
    }


def thing_of(code, case):
    if code.startswith("panels.tie.") and code != "panels.tie.declare":
        return TieFactory(case=case)
    things = {
        "panels.assignment.answer": case.assignments.first(),
        "panels.assignment.share_out": Meeting.objects.get(),
        "panels.load.see": None,
    }
    return things.get(code, case)


@pytest.mark.parametrize("code", HELD)
def test_each_is_held_by_these_and_nobody_else(code, case, people):
    thing = thing_of(code, case)
    held = {name for name, person in people.items() if allows(code, as_actor(person), thing)}
    portal = {"portal"} if allows(code, Actor.system("panels", on=TODAY), thing) else set()
    assert held | portal == HELD[code]


@pytest.mark.parametrize("code", ["panels.tie.declare", "panels.tie.decide", "panels.case.assign"])
def test_whoever_is_out_of_the_case_holds_none_of_it(code, case, people):
    for person in people.values():
        TieFactory(case=case, person=person, kind="family", source="chair")
    left = {name for name, person in people.items() if allows(code, as_actor(person), thing_of(code, case))}
    assert left == ({"candidate", "hr"} if code == "panels.tie.declare" else set())


def test_co_ordinator_of_the_asye_gives_out_its_cases():
    case = case_in("in_review", kind="moderation")
    coordinator = as_actor(holder_of(RoleCode.ASYE_COORDINATOR, case.organisation))
    assert [allows(code, coordinator, case) for code in ("panels.case.assign", "panels.case.close_reviews")] == [
        True,
        True,
    ]
