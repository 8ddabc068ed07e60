"""Who may do what with journeys, choices and agreements. Every role is asked, and `visible_to` says the same."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from academy.engines.access.permissions import allows
from academy.people.choices import RoleCode
from pathways.models import Agreement, Choice, Journey, Sitting
from tests.factories import pathways as made
from tests.factories.people import DeputyFactory, PostFactory, TermsFactory, as_actor, holder_of, staff_of

THINGS = {
    "journey": ("see", "change", "finish"),
    "choice": ("see", "change", "decide"),
    "agreement": ("see", "take_back", "decide"),
}
SEES = {"journey": ["see"], "choice": ["see"], "agreement": ["see"]}
NOTHING: dict[str, list[str]] = {"journey": [], "choice": [], "agreement": []}
HERS = {"journey": ["see", "change"], "choice": ["see", "change"], "agreement": ["see", "take_back"]}
MANAGES = {"journey": ["see"], "choice": ["see", "decide"], "agreement": ["see", "decide"]}
BY_ROLE = {
    RoleCode.ACADEMY_LEAD: SEES,
    RoleCode.ACADEMY_STAFF: SEES,
    RoleCode.PRINCIPAL_SOCIAL_WORKER: SEES,
}
NAMED = ("academy_lead", "principal_social_worker", "service_manager")


@pytest.fixture
def way(council):
    """A journey, a choice and an agreement of the practitioner."""
    whose = {"person": council.author, "organisation": council.organisation}
    journey = made.JourneyFactory(ladder=council.ladder, **whose)
    choice = made.ChoiceFactory(journey=journey)
    return SimpleNamespace(journey=journey, choice=choice, agreement=made.AgreementFactory(**whose))


def held_by(actor, way):
    """What the actor may do with each of the three; she finds them exactly if she may see them."""
    found = {
        name: [verb for verb in verbs if allows(f"pathways.{name}.{verb}", actor, getattr(way, name))]
        for name, verbs in THINGS.items()
    }
    for name, model in (("journey", Journey), ("choice", Choice), ("agreement", Agreement)):
        visible = [getattr(way, name)] if "see" in found[name] else []
        assert list(model.objects.visible_to(actor)) == visible
    return found


def test_she_plans_and_her_manager_with_the_deputy_decides(council, way):
    deputy = staff_of(council.organisation)
    DeputyFactory(person=council.manager, deputy=deputy, organisation=council.organisation)

    assert held_by(council.by, way) == HERS
    assert [held_by(as_actor(who), way) for who in (council.manager, deputy)] == [MANAGES, MANAGES]
    assert held_by(as_actor(council.colleague), way) == NOTHING


@pytest.mark.parametrize("role", RoleCode.values)
def test_role_opens_what_it_oversees_and_decides_nothing_unnamed(council, way, role):
    assert held_by(as_actor(holder_of(role, council.organisation)), way) == BY_ROLE.get(RoleCode(role), NOTHING)


def test_line_management_opens_ways_and_not_people(council):
    assert allows("pathways.choice.see", council.managing, council.author) is False


def test_manager_elsewhere_sees_nothing_of_it(council, way):
    elsewhere = PostFactory(person=council.author)
    boss = staff_of(elsewhere.organisation)
    TermsFactory(post=elsewhere, line_manager=boss)

    assert held_by(as_actor(boss), way) == NOTHING


def test_manager_without_a_second_factor_holds_nothing(council, way):
    actor = replace(council.managing, manages=frozenset(), lacks_second_factor=True)

    assert held_by(actor, way) == NOTHING


@pytest.mark.parametrize("asked", NAMED)
@pytest.mark.parametrize("role", NAMED)
def test_agreement_is_for_the_role_that_the_ladder_names(council, way, asked, role):
    Agreement.objects.filter(pk=way.agreement.pk).update(agreed_by_role=asked)
    actor = as_actor(holder_of(role, council.organisation))

    assert allows("pathways.agreement.decide", actor, way.agreement) is (asked == role)
    assert list(Agreement.objects.decided_by(actor)) == ([way.agreement] if asked == role else [])
    assert allows("pathways.agreement.decide", council.managing, way.agreement) is False


def test_service_manager_decides_for_people_of_her_service(council, way):
    Agreement.objects.filter(pk=way.agreement.pk).update(agreed_by_role="service_manager")
    service = council.author.posts.get().terms.get().team.service
    hers = holder_of("service_manager", council.organisation, service=service)
    another = staff_of(council.organisation)
    other = holder_of("service_manager", council.organisation, service=another.posts.get().terms.get().team.service)
    team = holder_of("service_manager", council.organisation, service=service, team=service.teams.get())

    decides = [allows("pathways.agreement.decide", as_actor(who), way.agreement) for who in (hers, other, team)]
    assert decides == [True, False, True]
    assert list(Agreement.objects.visible_to(as_actor(hers))) == [way.agreement]


def test_principal_social_worker_of_a_service_oversees_its_people(council, way):
    service = council.author.posts.get().terms.get().team.service
    another = council.colleague.posts.get().terms.get().team.service
    role = RoleCode.PRINCIPAL_SOCIAL_WORKER
    hers, other = (holder_of(role, council.organisation, service=each) for each in (service, another))

    assert [held_by(as_actor(who), way) for who in (hers, other)] == [SEES, NOTHING]


def test_deputy_decides_in_the_place_of_who_holds_the_role(council, way):
    Agreement.objects.filter(pk=way.agreement.pk).update(agreed_by_role="academy_lead")
    lead = holder_of("academy_lead", council.organisation)
    DeputyFactory(person=lead, deputy=council.colleague, organisation=council.organisation)

    assert allows("pathways.agreement.decide", as_actor(council.colleague), way.agreement) is True


def test_nobody_decides_on_what_counts_for_herself(council, way):
    Agreement.objects.filter(pk=way.agreement.pk).update(agreed_by_role="academy_lead")
    holder_of("academy_lead", council.organisation, person=council.author)

    assert allows("pathways.agreement.decide", council.by, way.agreement) is False


@pytest.mark.parametrize("role", RoleCode.values)
def test_sittings_are_kept_and_people_overseen_by_role(council, role):
    actor = as_actor(holder_of(role, council.organisation))
    academy = role in (RoleCode.ACADEMY_LEAD, RoleCode.ACADEMY_STAFF)
    sitting = made.SittingFactory(organisation=council.organisation)
    elsewhere = made.SittingFactory()

    assert [allows("pathways.sitting.keep", actor, each) for each in (sitting, elsewhere)] == [academy, False]
    assert allows("pathways.standings.see", actor) is (academy or role == RoleCode.PRINCIPAL_SOCIAL_WORKER)
    assert list(Sitting.objects.visible_to(actor)) == [sitting]


def test_everybody_with_a_post_has_a_way_of_her_own(council):
    codes = ("pathways.ladder.see", "pathways.journey.begin", "pathways.agreement.ask")

    assert [allows(code, council.by) for code in codes] == [True, True, True]
    assert allows("pathways.standing.see", council.managing, council.author) is True
    assert allows("pathways.standing.see", as_actor(council.colleague), council.author) is False
    assert allows("pathways.standings.see", council.by) is False
    assert allows("pathways.standings.see", council.managing) is True
