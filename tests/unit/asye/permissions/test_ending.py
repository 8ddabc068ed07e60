"""Who reads a decision, who gives the grade that follows it, who knows of a release, who runs a year she has left."""

from datetime import timedelta

import pytest

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.models import Post, Terms
from asye.choices.enrolments import EnrolmentState
from asye.models import Enrolment
from tests.factories.asye import TransferFactory
from tests.factories.asye_ending import TODAY, decided, decider_of
from tests.factories.people import as_actor, holder_of, staff_of


def roles_in(world) -> dict[str, Actor]:
    codes = (RoleCode.HR, RoleCode.SERVICE_MANAGER, RoleCode.AUDITOR)
    return {
        **{name: world.acting(name) for name in ("nqsw", "assessor", "manager", "coordinator", "colleague")},
        **{code.value: as_actor(holder_of(code, world.organisation)) for code in codes},
    }


def test_a_decision_is_read_by_who_sees_the_year_who_decides_and_human_resources(world):
    actors = roles_in(world)
    before = {name for name, actor in actors.items() if allows("asye.decision.see", actor, world.year)}
    decided(world.year)
    after = {name for name, actor in actors.items() if allows("asye.decision.see", actor, world.year)}
    sees = {"nqsw", "assessor", "manager", "coordinator"}
    assert (before, after) == (sees, sees | {"hr", "service_manager"})
    assert not allows("asye.decision.see", actors["hr"], None)


def test_only_who_decided_gives_the_grade_and_in_her_post_there_alone(world):
    decider, other = decider_of(world.organisation), decider_of(world.organisation)
    post = Post.objects.get(person=world.nqsw)
    before = allows("asye.grade.give", as_actor(decider), post)
    decided(world.year, by=decider)
    elsewhere = Post.objects.get(person=world.colleague)
    given = [
        allows("asye.grade.give", as_actor(decider), post),
        allows("asye.grade.give", as_actor(other), post),
        allows("asye.grade.give", as_actor(decider), elsewhere),
        allows("asye.grade.give", as_actor(decider), world.year),
        allows("asye.grade.give", Actor.system("test", on=TODAY), post),
    ]
    assert (before, given) == (False, [True, False, False, False, False])


def test_a_release_is_known_to_her_and_to_who_runs_the_programme_on_both_sides(world):
    Enrolment.objects.update(state=EnrolmentState.RELEASED)
    transfer = TransferFactory(enrolment=world.year)
    there = as_actor(holder_of(RoleCode.ACADEMY_LEAD, transfer.to_organisation))
    actors = {**roles_in(world), "there": there, "system": Actor.system("test", on=TODAY)}
    knows = {name for name, actor in actors.items() if allows("asye.transfer.see", actor, transfer)}
    assert knows == {"nqsw", "coordinator", "there"}
    assert not allows("asye.transfer.see", there, world.year)


@pytest.mark.parametrize("permission", ["asye.enrolment.run", "asye.certificate.issue"])
def test_a_year_is_run_where_it_is_also_when_she_has_left(world, permission):
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, world.organisation))
    elsewhere = as_actor(holder_of(RoleCode.ACADEMY_LEAD, TransferFactory(enrolment=world.year).to_organisation))
    yesterday = TODAY - timedelta(days=1)
    Terms.objects.filter(post__person=world.nqsw).update(until_on=yesterday)
    Post.objects.filter(person=world.nqsw).update(until_on=yesterday)
    assert (allows(permission, lead, world.year), allows(permission, elsewhere, world.year)) == (True, False)
    assert not allows(permission, as_actor(staff_of(world.organisation)), world.year)


@pytest.mark.parametrize(
    ("permission", "code"),
    [("asye.moderation.record", RoleCode.MODERATOR), ("asye.outcome.decide", RoleCode.PRINCIPAL_SOCIAL_WORKER)],
)
def test_nobody_moderates_or_decides_on_her_own_year_on_one_she_has_a_part_in_or_on_nothing(world, permission, code):
    people = {name: holder_of(code, world.organisation, person=getattr(world, name)) for name in ("nqsw", "manager")}
    other = as_actor(holder_of(code, world.organisation))
    may = {name: allows(permission, as_actor(person), world.year) for name, person in people.items()}
    assert (may, allows(permission, other, world.year)) == ({"nqsw": False, "manager": False}, True)
    assert [allows(permission, other, thing) for thing in (None, world.organisation)] == [False, False]


def test_nothing_and_what_was_not_released_is_nobodys_to_take_up(world):
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, world.organisation))
    assert [allows("asye.enrolment.claim", lead, thing) for thing in (None, world.year)] == [False, False]
