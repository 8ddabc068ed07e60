"""What can be chosen, what waits for whom and since when; as many queries for many as for one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.worklist.providers import declared
from academy.identity.actor import Actor
from academy.people.models import Terms
from pathways.models import Agreement, Choice
from pathways.selectors.agreements import notable_by, offers_of
from pathways.selectors.agreements import view_of as agreement_view
from pathways.selectors.choices import choices_of, view_of, waiting_for, ways_of
from pathways.selectors.journeys import journeys_of, newer_edition, starts_of
from pathways.selectors.sittings import kept_sittings, sittings_for
from tests.factories import pathways as made
from tests.factories.identity import TODAY
from tests.factories.people import NOW, RegistrationFactory, as_actor, holder_of, member_of

ITEMS = {provider.key: provider for provider in declared() if provider.key.startswith("pathways.")}
AGO = NOW - timedelta(days=6)


@pytest.fixture
def journey(council):
    return made.JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder)


def items(key, actor):
    return [(each.what, each.url, each.waiting_since) for each in ITEMS[key].find(actor, TODAY)]


def test_every_pathway_of_the_step_ahead_is_offered_with_what_it_asks_beforehand(council):
    [way] = ways_of(council.by)

    assert (way.step.code, way.to, way.may_choose) == ("to-bg11", "BG11 Experienced", True)
    assert [(each.pathway.code, each.lacks) for each in way.options] == [
        ("mca-bia", True),
        ("specialist", False),
        ("amhp", False),
    ]
    RegistrationFactory(person=council.author)
    assert ways_of(council.by)[0].option("mca-bia").lacks is False
    assert way.option("surfing") is None


def test_choice_that_waits_or_another_step_keeps_from_choosing(council, journey):
    made.ChoiceFactory(journey=journey)
    [way] = ways_of(council.by)

    assert (way.may_choose, way.option("mca-bia").is_asked, way.option("amhp").is_asked) == (False, True, False)
    journey.choices.all().delete()
    made.choice_in("agreed", journey=journey, pathway="amhp")
    [way] = ways_of(council.by)
    assert (way.may_choose, way.option("amhp").is_chosen) == (True, True)


def test_nobody_without_a_person_or_a_post_has_a_way(council, journey):
    made.ChoiceFactory(journey=journey)
    nobody = Actor.system("pathways", on=TODAY)

    assert ways_of(as_actor(member_of(council.organisation))) == []
    assert (ways_of(nobody), starts_of(nobody), offers_of(None, on=TODAY)) == ([], [], [])
    assert [items(key, nobody) for key in ITEMS if key.split(".")[1].startswith(("choice", "agreement"))] == [[]] * 4
    assert list(Agreement.objects.visible_to(nobody)) == list(Choice.objects.visible_to(nobody)) == []


def test_one_sets_out_where_no_journey_is_under_way_on_whichever_ladder(council):
    made.LadderVersionFactory(organisation=council.organisation, ladder="other")
    assert [(each.step, each.title) for each in starts_of(council.by)] == [
        ("to-bg11", "BG10 Level 2 to BG11 Experienced")
    ] * 2

    made.JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder)
    assert starts_of(council.by) == []


def test_choice_says_with_whom_it_is_and_for_how_long(council, journey):
    choice = made.ChoiceFactory(journey=journey, asked_at=AGO)
    view = view_of(choice, on=TODAY)

    assert view.with_whom == f"with {council.manager.full_name} for 6 days"
    assert (view.title, view.to) == ("Mental Capacity and Best Interests Assessor", "BG11 Experienced")
    assert view.before.is_met is False
    Terms.objects.filter(post__person=council.author).update(line_manager=None)
    assert view_of(choice, on=TODAY).with_whom == "with nobody yet who could decide for 6 days"


def test_decided_choice_asks_for_nobody(council, journey):
    decided = made.choice_in("agreed", journey=journey, pathway="specialist", topic="Law")
    view = view_of(decided, on=TODAY)

    assert (view.title, view.deciders, view.before) == ("Specialist (Law)", (), None)


def test_choice_of_a_pathway_its_edition_lost_is_called_by_its_code(council, journey):
    lost = made.ChoiceFactory(journey=journey, pathway="surfing")

    assert [row.title for row in choices_of(council.author.pk, council.by)] == ["surfing"]
    assert view_of(lost, on=TODAY).before is None


def test_manager_finds_what_waits_and_she_what_she_waits_for(council, journey):
    choice = made.ChoiceFactory(journey=journey, asked_at=AGO)
    agreement = made.AgreementFactory(person=council.author, organisation=council.organisation, asked_at=AGO)
    name = council.author.full_name

    assert items("pathways.choice", council.managing) == [
        (
            f"Agree to the pathway {name} has chosen: Mental Capacity and Best Interests Assessor",
            f"/pathways/choices/{choice.pk}/",
            AGO.date(),
        )
    ]
    assert items("pathways.agreement", council.managing) == [
        (
            f"Say whether it counts for {name}: The line manager agrees",
            f"/pathways/agreements/{agreement.pk}/",
            AGO.date(),
        )
    ]
    assert [what for what, _, _ in items("pathways.choice_awaited", council.by)] == [
        "Your manager to agree to your pathway: Mental Capacity and Best Interests Assessor"
    ]
    assert [what for what, _, _ in items("pathways.agreement_awaited", council.by)] == [
        "Your line manager to say whether it counts: The line manager agrees"
    ]
    colleague = as_actor(council.colleague)
    assert [items(key, colleague) for key in ITEMS if key.split(".")[1].startswith(("choice", "agreement"))] == [[]] * 4


@pytest.mark.parametrize("people", [1, 3])
def test_worklist_costs_the_same_for_many(council, django_assert_num_queries, people):
    for _ in range(people):
        person = made.practitioner_of(council.organisation, line_manager=council.manager)
        whose = {"person": person, "organisation": council.organisation}
        made.ChoiceFactory(journey=made.JourneyFactory(ladder=council.ladder, **whose))
        made.AgreementFactory(**whose)
    actor = council.managing

    with django_assert_num_queries(2):
        found = [len(ITEMS[key].find(actor, TODAY)) for key in ("pathways.choice", "pathways.agreement")]
    assert found == [people, people]
    assert len(waiting_for(actor)) == people


@pytest.mark.parametrize("times", [1, 3])
def test_journeys_are_listed_with_their_choices_in_constant_queries(council, django_assert_num_queries, times):
    for _ in range(times):
        left = made.journey_in("left", person=council.author, organisation=council.organisation, ladder=council.ladder)
        made.choice_in("declined", journey=left)
    actor = council.by

    with django_assert_num_queries(3):
        found = journeys_of(council.author.pk, actor)
    assert [(each.title, each.state.word, len(each.choices), each.newer) for each in found] == [
        ("BG10 Level 2 to BG11 Experienced", "Left", 1, None)
    ] * times
    assert journeys_of(council.author.pk, as_actor(council.colleague)) == []


def test_newer_edition_is_known_of_a_journey_under_way(council, journey):
    newer = made.LadderVersionFactory(organisation=council.organisation, valid_from=TODAY)
    lost = made.journey_in(
        "left", person=council.author, organisation=council.organisation, ladder=council.ladder, step="gone"
    )
    found = {each.journey.pk: (each.title, each.newer) for each in journeys_of(council.author.pk, council.by)}

    assert found == {journey.pk: ("BG10 Level 2 to BG11 Experienced", newer), lost.pk: ("gone", None)}
    assert [newer_edition(each, on=TODAY) for each in (journey, lost)] == [newer, None]


def test_what_counts_by_agreement_is_offered_and_noted_by_whom_it_names(council):
    service_manager = holder_of("service_manager", council.organisation)
    offers = offers_of(council.author.pk, on=TODAY)

    assert [(each.thing.code, each.thing.by) for each in offers] == [
        ("endorsed", "line_manager"),
        ("specialist-module", "service_manager"),
    ]
    by = {"manager": council.managing, "service": as_actor(service_manager), "herself": council.by}
    noted = {name: [each.thing.code for each in notable_by(actor, council.author.pk)] for name, actor in by.items()}
    assert noted == {"manager": ["endorsed"], "service": ["specialist-module"], "herself": []}


def test_manager_whose_roles_are_put_aside_can_note_nothing(council):
    aside = replace(council.managing, manages=frozenset(), lacks_second_factor=True)

    assert len(notable_by(council.managing, council.author.pk)) == 1
    assert notable_by(aside, council.author.pk) == []


def test_agreement_says_with_whom_it_is(council):
    waiting = made.AgreementFactory(person=council.author, organisation=council.organisation)
    decided = made.agreement_in("declined", person=council.author, organisation=council.organisation)

    assert agreement_view(waiting, on=TODAY).with_whom == f"with {council.manager.full_name} since today"
    assert agreement_view(decided, on=TODAY).deciders == ()


def test_sittings_are_those_of_ones_organisations_past_ones_last(council):
    june = made.SittingFactory(organisation=council.organisation)
    past = made.SittingFactory(
        organisation=council.organisation,
        on=TODAY - timedelta(days=60),
        submit_by=TODAY - timedelta(days=90),
        endorse_by=TODAY - timedelta(days=97),
    )
    off = made.SittingFactory(organisation=council.organisation, title="x", cancelled_at=NOW, cancelled_because="x")
    made.SittingFactory()

    for found in (sittings_for(council.by), kept_sittings(council.by)):
        assert (found.to_come, found.past) == ((june,), (off, past))
