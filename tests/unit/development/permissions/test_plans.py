"""Goals and appraisals: hers and her manager's. Every role is asked, and `visible_to` says the same."""

from dataclasses import replace

import pytest

from academy.development.models import Appraisal, Goal
from academy.engines.access.permissions import allows
from academy.people.choices import RoleCode
from tests.factories.people import DeputyFactory, as_actor, holder_of, member_of, staff_of
from tests.factories.plans import appraisal_in, goal_in

GOAL_CODES = ("development.goal.see", "development.goal.change", "development.goal.agree")
APPRAISAL_CODES = (
    "development.appraisal.see",
    "development.appraisal.prepare",
    "development.appraisal.hold",
    "development.appraisal.arrange",
    "development.appraisal.add",
)
HERS = [code for code in APPRAISAL_CODES if not code.endswith("hold")]
MANAGERS = [code for code in APPRAISAL_CODES if not code.endswith("prepare")]


def held(codes, actor, thing):
    return [code for code in codes if allows(code, actor, thing)]


@pytest.fixture
def goal(council):
    return goal_in("open", person=council.author, organisation=council.organisation)


@pytest.fixture
def appraisal(council):
    return appraisal_in("open", person=council.author, manager=council.manager, organisation=council.organisation)


def answers(actor, goal, appraisal):
    return (
        list(Goal.objects.visible_to(actor)),
        held(GOAL_CODES, actor, goal),
        list(Appraisal.objects.visible_to(actor)),
        held(APPRAISAL_CODES, actor, appraisal),
    )


def test_she_changes_her_goal_and_writes_her_part(council, goal, appraisal):
    assert answers(council.by, goal, appraisal) == ([goal], list(GOAL_CODES[:2]), [appraisal], HERS)


def test_manager_and_her_deputy_agree_and_write_the_managers_part(council, goal, appraisal):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)
    expected = ([goal], [GOAL_CODES[0], GOAL_CODES[2]], [appraisal], MANAGERS)
    for person in (council.manager, deputy):
        assert answers(as_actor(person), goal, appraisal) == expected


def test_who_held_the_appraisal_keeps_it_when_somebody_else_manages_her(council, goal):
    before = staff_of(council.organisation)
    appraisal = appraisal_in("open", person=council.author, manager=before, organisation=council.organisation)
    assert answers(as_actor(before), goal, appraisal) == ([], [], [appraisal], MANAGERS)
    assert answers(as_actor(council.manager), goal, appraisal)[2:] == ([appraisal], MANAGERS)


@pytest.mark.parametrize("role", RoleCode.values)
def test_role_opens_no_goal_and_no_appraisal(council, goal, appraisal, role):
    actor = as_actor(holder_of(role, council.organisation))
    assert answers(actor, goal, appraisal) == ([], [], [], [])


def test_colleague_and_somebody_managing_her_elsewhere_see_nothing(council, appraisal):
    elsewhere = goal_in("open", person=council.author)
    assert answers(as_actor(council.colleague), elsewhere, appraisal) == ([], [], [], [])
    assert answers(as_actor(council.manager), elsewhere, appraisal)[:2] == ([], [])


OVERVIEW = {
    RoleCode.ACADEMY_LEAD: (True, True, True),
    RoleCode.ACADEMY_STAFF: (True, True, False),
    RoleCode.PRINCIPAL_SOCIAL_WORKER: (True, True, False),
    RoleCode.SERVICE_MANAGER: (True, False, False),
    RoleCode.AUDITOR: (True, False, False),
}


@pytest.mark.parametrize("role", RoleCode.values)
def test_overview_needs_and_policy_are_given_by_role(council, role):
    actor = as_actor(holder_of(role, council.organisation))
    codes = (
        "development.appraisals.see",
        "development.needs.see",
        "development.appraisal_policy.publish",
    )
    assert tuple(allows(code, actor) for code in codes) == OVERVIEW.get(RoleCode(role), (False, False, False))


def test_manager_sees_days_of_her_people_and_begins_with_them(council):
    manager = as_actor(council.manager)
    assert allows("development.appraisals.see", manager) is True
    assert allows("development.plans.see", manager) is True
    assert allows("development.plans.see", council.by) is False
    assert allows("development.appraisal.begin", manager, council.author) is True
    assert allows("development.appraisal.begin", council.by, council.author) is True
    assert allows("development.appraisal.begin", as_actor(council.colleague), council.author) is False


def test_everybody_who_belongs_has_a_plan(council):
    codes = ("development.plan.see", "development.goal.start")
    people = [council.author, member_of(council.organisation)]
    assert [[allows(code, as_actor(person)) for code in codes] for person in people] == [[True, True]] * 2


def test_manager_without_a_second_factor_holds_nothing(council, goal, appraisal):
    actor = replace(as_actor(council.manager), manages=frozenset(), lacks_second_factor=True)
    assert answers(actor, goal, appraisal) == ([], [], [], [])
