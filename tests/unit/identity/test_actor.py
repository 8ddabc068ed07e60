from datetime import date

import pytest

from academy.identity.actor import Actor, HeldRole
from academy.identity.choices import ActorKind

HERE, ELSEWHERE = 1, 2
WHOLE = HeldRole("academy_lead", HERE)
SERVICE = HeldRole("service_manager", HERE, service_id=10)
TEAM = HeldRole("team_manager", HERE, service_id=10, team_id=100)
AWAY = HeldRole("academy_lead", ELSEWHERE)


def actor(*roles: HeldRole) -> Actor:
    return Actor(
        kind=ActorKind.USER, on=date(2026, 11, 17), label="Amara Osei", user_id=5, organisation_id=HERE, roles=roles
    )


@pytest.mark.parametrize(
    ("role", "asked", "held"),
    [
        (WHOLE, {}, True),
        (WHOLE, {"organisation_id": HERE}, True),
        (WHOLE, {"organisation_id": ELSEWHERE}, False),
        (WHOLE, {"service_id": 10}, True),
        (WHOLE, {"service_id": 10, "team_id": 100}, True),
        (AWAY, {}, False),
        (AWAY, {"organisation_id": ELSEWHERE}, True),
        (SERVICE, {}, False),
        (SERVICE, {"service_id": 10}, True),
        (SERVICE, {"service_id": 11}, False),
        (SERVICE, {"service_id": 10, "team_id": 100}, True),
        (TEAM, {"service_id": 10}, False),
        (TEAM, {"service_id": 10, "team_id": 100}, True),
        (TEAM, {"service_id": 10, "team_id": 101}, False),
    ],
)
def test_role_with_scope_answers_only_for_what_it_takes_in(role, asked, held):
    assert actor(role).holds(role.code, **asked) is held


def test_role_of_another_code_is_not_held():
    assert actor(WHOLE).holds("human_resources") is False


def test_one_of_several_codes_is_enough():
    assert actor(WHOLE).holds("human_resources", "academy_lead") is True


def test_places_of_roles_are_told_apart_by_their_scope():
    someone = actor(WHOLE, SERVICE, TEAM, AWAY)

    assert someone.organisations_where("academy_lead") == {HERE, ELSEWHERE}
    assert someone.organisations_where("service_manager", "team_manager") == frozenset()
    assert someone.services_where("academy_lead", "service_manager", "team_manager") == {10}
    assert someone.teams_where("academy_lead", "service_manager", "team_manager") == {100}


def test_system_actor_has_no_person_and_no_role():
    system = Actor.system("reminders", on=date(2026, 11, 17))

    assert (system.is_system, system.label, system.person_id, system.roles) == (True, "reminders", None, ())


def test_person_is_no_system_actor():
    assert actor().is_system is False
