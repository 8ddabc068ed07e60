"""Who may know of whom is said twice, once for lists and once for one person: both say the same, for every role."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pytest

from academy.engines.access.permissions import allows
from academy.engines.access.services.grants import give
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import RoleCode
from academy.people.models import Invitation, Team
from academy.people.selectors.invitations import visible_to as visible_invitations
from academy.people.selectors.people import visible_to
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import (
    NOW,
    DeputyFactory,
    InvitationFactory,
    PostFactory,
    RoleHoldingFactory,
    TeamFactory,
    TermsFactory,
    as_actor,
    member_of,
    staff_of,
)

pytestmark = pytest.mark.django_db

YESTERDAY, TOMORROW = date(2026, 11, 16), date(2026, 11, 18)


@dataclass
class World:
    """Two councils: somebody of every kind in the first, one person in the second, one in neither."""

    team: Team
    people: dict[str, Person]

    def names(self, people: Iterable[Person]) -> set[str]:
        found = {person.pk for person in people}
        return {name for name, person in self.people.items() if person.pk in found}


@pytest.fixture
def world(db: None) -> World:
    here = OrganisationFactory(slug="here")
    team = TeamFactory(service__organisation=here)
    other_service = TeamFactory(service__organisation=here)
    people: dict[str, Person] = {
        "teammate": staff_of(here, team=team),
        "other service": staff_of(here, team=other_service),
        "sister team": staff_of(here, team=TeamFactory(service=team.service)),
        "moved away": _moved(here, team, other_service),
        "leaver": _dated(here, team, from_on=date(2020, 1, 1), until_on=YESTERDAY),
        "starter": _dated(here, team, from_on=TOMORROW, until_on=None),
        "candidate": member_of(here),
        "elsewhere": staff_of(OrganisationFactory(slug="elsewhere")),
        "nowhere": PersonFactory(),
    }
    return World(team, people)


def _dated(here, team, *, from_on, until_on) -> Person:
    return TermsFactory(post=PostFactory(organisation=here, from_on=from_on, until_on=until_on), team=team).post.person


def _moved(here, old, new) -> Person:
    post = PostFactory(organisation=here)
    TermsFactory(post=post, team=old, until_on=YESTERDAY)
    TermsFactory(post=post, team=new, from_on=TODAY)
    return post.person


def seen(world: World, actor: Actor) -> set[str]:
    """Whom the actor may know of, by both ways of asking, which must agree for everybody there is."""
    everybody = Person.objects.all()
    by_list = set(visible_to(actor))
    assert by_list == {person for person in everybody if allows("people.person.see", actor, person)}
    return world.names(by_list)


ALL_STAFF = {"teammate", "other service", "sister team", "moved away"}
KEPT = ALL_STAFF | {"leaver", "starter", "candidate"}
KEEPERS = {"academy_lead", "academy_staff", "hr", "administrator"}
IN_CHARGE = {"principal_social_worker", "service_manager", "auditor"}


def expected(role: str, *, keepers: set[str], in_charge: set[str]) -> set[str]:
    """Keepers see whoever ever belonged, those in charge who belongs today, all other roles by themselves nobody."""
    return keepers if role in KEEPERS else in_charge if role in IN_CHARGE else set()


def outsider_with(role: str, world: World, **scope: object) -> Actor:
    """Somebody whose only tie to the council is the role."""
    holding = RoleHoldingFactory(organisation=world.team.service.organisation, role=role, **scope)
    return as_actor(holding.person)


@pytest.mark.parametrize("role", RoleCode.values)
def test_role_for_the_whole_council_shows_its_people(world, role):
    assert seen(world, outsider_with(role, world)) == expected(role, keepers=KEPT, in_charge=ALL_STAFF | {"candidate"})


@pytest.mark.parametrize("role", RoleCode.values)
def test_role_for_a_service_shows_the_people_of_the_service(world, role):
    actor = outsider_with(role, world, service=world.team.service)
    in_service = {"teammate", "sister team"}
    ever = in_service | {"moved away", "leaver", "starter"}

    assert seen(world, actor) == expected(role, keepers=ever, in_charge=in_service)


@pytest.mark.parametrize("role", RoleCode.values)
def test_role_for_a_team_shows_the_people_of_the_team(world, role):
    actor = outsider_with(role, world, service=world.team.service, team=world.team)
    ever = {"teammate", "moved away", "leaver", "starter"}

    assert seen(world, actor) == expected(role, keepers=ever, in_charge={"teammate"})


@pytest.mark.parametrize("role", RoleCode.values)
def test_role_that_ended_shows_nobody(world, role):
    assert seen(world, outsider_with(role, world, until_on=YESTERDAY)) == set()


@pytest.mark.parametrize(
    ("who", "whom"),
    [
        ("teammate", ALL_STAFF),
        ("moved away", ALL_STAFF),
        ("leaver", {"leaver"}),
        ("starter", {"starter"}),
        ("candidate", {"candidate"}),
        ("elsewhere", {"elsewhere"}),
        ("nowhere", {"nowhere"}),
    ],
)
def test_person_sees_herself_and_colleagues_where_she_has_a_post(world, who, whom):
    assert seen(world, as_actor(world.people[who])) == whom


def test_line_manager_by_membership_sees_whom_she_manages(world):
    candidate = world.people["candidate"]
    world.people["managed"] = staff_of(world.team.service.organisation, line_manager=candidate)

    assert seen(world, as_actor(candidate)) == {"candidate", "managed"}


def test_deputy_of_a_line_manager_sees_whom_she_manages(world):
    here = world.team.service.organisation
    manager, deputy = member_of(here), member_of(here)
    world.people["managed"] = staff_of(here, line_manager=manager)
    DeputyFactory(person=manager, deputy=deputy, organisation=here)

    assert seen(world, as_actor(deputy)) == {"managed"}


def test_grant_shows_one_person(world):
    stranger = PersonFactory()
    giver = outsider_with(RoleCode.ACADEMY_LEAD, world)
    give(person=stranger, thing=world.people["leaver"], purpose="review", by=giver, at=NOW)

    assert seen(world, as_actor(stranger)) == {"leaver"}


def test_account_without_a_person_sees_nobody(world):
    assert seen(world, Actor.system("nobody", on=TODAY)) == set()


@pytest.mark.parametrize("role", RoleCode.values)
def test_invitations_are_those_whose_people_the_reader_keeps(world, role):
    here = world.team.service.organisation
    InvitationFactory(organisation=here)
    InvitationFactory(organisation=world.people["elsewhere"].posts.get().organisation)
    actor = outsider_with(role, world)

    listed = set(visible_invitations(actor))

    assert listed == {row for row in Invitation.objects.all() if allows("people.invitation.keep", actor, row)}
    assert {row.organisation for row in listed} == ({here} if role in KEEPERS else set())


@pytest.mark.parametrize("role", RoleCode.values)
def test_whoever_may_see_or_do_something_with_a_person_may_know_of_her(world, role):
    actor = outsider_with(role, world)
    codes = ("people.record.see", "people.absence.see", "people.pay.see", "people.invitation.send")

    reached = {person for code in codes for person in Person.objects.all() if allows(code, actor, person)}

    assert reached - set(visible_to(actor)) == set()
    assert (len(reached) > 1) is (role in KEEPERS | IN_CHARGE)
