from datetime import date

import pytest

from academy.people.models import Terms
from pathways.selectors.ladders import ladder_of, ladders_in_force
from pathways.selectors.standings import standings_of
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.pathways import JourneyFactory, LadderVersionFactory, choice_in, journey_in, practitioner_of
from tests.factories.people import PostFactory, TeamFactory, TermsFactory, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory(slug="anywhere")


@pytest.fixture
def ladder(council):
    return LadderVersionFactory(organisation=council, code="2026")


def only(person, **asked):
    [standing] = standings_of([person.pk], on=asked.pop("on", TODAY), **asked)[person.pk]
    return standing


def test_somebody_stands_on_the_rung_of_her_grade_and_sees_the_steps_from_there(council, ladder):
    standing = only(practitioner_of(council))

    assert (standing.rung.code, standing.ladder.version, standing.organisation) == ("level-2", ladder, council)
    assert [step.code for step in standing.steps] == ["to-bg11"]
    assert (standing.step("to-bg11").end, standing.step("to-bg12")) == ("bg11", None)
    assert (standing.pathway, standing.journey) == (None, None)


def test_somebody_whose_post_names_no_grade_stands_on_no_rung(council, ladder):
    standing = only(staff_of(council))

    assert (standing.rung, standing.steps) == (None, [])


@pytest.mark.parametrize("kind", ["children"])
def test_ladder_of_the_other_service_is_not_hers(council, ladder, kind):
    person = practitioner_of(council, team=TeamFactory(service__organisation=council, service__kind=kind))

    assert standings_of([person.pk], on=TODAY) == {person.pk: []}


def test_only_ladders_in_force_and_of_organisations_asked_for_are_read(council, ladder):
    person = practitioner_of(council)

    assert standings_of([person.pk], on=date(2025, 12, 31))[person.pk] == []
    assert standings_of([person.pk], on=TODAY, within=[OrganisationFactory().pk])[person.pk] == []


def test_journey_keeps_the_edition_it_began_under_when_a_new_one_is_published(council, ladder):
    on_her_way, new = practitioner_of(council), practitioner_of(council)
    journey = JourneyFactory(person=on_her_way, organisation=council, ladder=ladder)
    newer = LadderVersionFactory(organisation=council, code="2027", valid_from=date(2026, 11, 1))

    assert (only(on_her_way).ladder.version, only(on_her_way).journey) == (ladder, journey)
    assert (only(new).ladder.version, only(new).journey) == (newer, None)


def test_journey_that_ended_keeps_nobody_under_its_edition(council, ladder):
    person = practitioner_of(council)
    journey_in("left", person=person, organisation=council, ladder=ladder)
    newer = LadderVersionFactory(organisation=council, code="2027", valid_from=date(2026, 11, 1))

    assert only(person).ladder.version == newer


def test_journey_along_another_ladder_is_not_taken_for_this_one(council, ladder):
    person = practitioner_of(council)
    other = LadderVersionFactory(organisation=council, ladder="earlier-post")
    JourneyFactory(person=person, organisation=council, ladder=other)

    standings = {each.ladder.version.ladder: each for each in standings_of([person.pk], on=TODAY)[person.pk]}

    assert standings["adults"].journey is None
    assert standings["earlier-post"].journey is not None


def test_pathway_is_the_one_agreed_and_until_then_the_one_that_waits(council, ladder):
    person = practitioner_of(council)
    journey = JourneyFactory(person=person, organisation=council, ladder=ladder)
    choice_in("asked", journey=journey, pathway="amhp")

    assert (only(person).pathway.code, only(person).choice) == ("amhp", None)

    agreed = choice_in("agreed", journey=journey, pathway="specialist")

    assert (only(person).pathway.code, only(person).choice, only(person).asked.pathway) == (
        "specialist",
        agreed,
        "amhp",
    )


def test_primary_post_comes_first_of_several(council, ladder):
    elsewhere = OrganisationFactory()
    LadderVersionFactory(organisation=elsewhere)
    person = practitioner_of(elsewhere)
    Terms.objects.filter(post__person=person).update(grade=None, level=None)
    second = PostFactory(person=person, organisation=council, is_primary=False)
    TermsFactory(post=second)

    assert [each.is_primary for each in standings_of([person.pk], on=TODAY)[person.pk]] == [True, False]


@pytest.mark.parametrize("many", [1, 3])
def test_where_people_stand_takes_four_queries_for_however_many(council, ladder, many, django_assert_num_queries):
    people = [practitioner_of(council) for _ in range(many)]
    for person in people:
        choice_in("agreed", journey=JourneyFactory(person=person, organisation=council, ladder=ladder))

    with django_assert_num_queries(4):
        found = standings_of([person.pk for person in people], on=TODAY)

    assert [len(found[person.pk]) for person in people] == [1] * many


def test_nobody_s_journey_is_asked_for_where_there_is_no_ladder(council, django_assert_num_queries):
    person = practitioner_of(council)

    with django_assert_num_queries(2):
        assert standings_of([person.pk], on=TODAY) == {person.pk: []}


def test_newest_edition_of_each_ladder_is_in_force_by_title(council, ladder):
    newer = LadderVersionFactory(organisation=council, valid_from=date(2026, 6, 1))
    other = LadderVersionFactory(organisation=council, ladder="children", title="A title before")

    assert [each.version for each in ladders_in_force([council.pk], on=TODAY)] == [other, newer]


def test_edition_is_read_once_as_long_as_it_stays_the_same(ladder):
    first, again = ladder_of(ladder), ladder_of(ladder)
    ladder.checksum = "changed"

    assert first.content is again.content
    assert ladder_of(ladder).content is not first.content
    assert (first.home, first.step("no-such-step"), first.pathway("no-such-way")) == ("anywhere", None, None)
    assert first.rung("bg12").name == "BG12 Advanced"
