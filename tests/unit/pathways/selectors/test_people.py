"""How the next step of many people stands: for whom, in which organisations, and in how many queries."""

import pytest

from academy.engines.columns.columns import declared
from academy.people.choices import RoleCode
from pathways.selectors.people import WantedPeople, judged_ahead, people_wanted, rows_of, rungs_to_filter, steps_ahead
from pathways.selectors.seeing import people_seen, standing_seen, standings_seen
from pathways.selectors.standings import standings_of
from tests.factories.pathways import (
    AgreementFactory,
    ChoiceFactory,
    JourneyFactory,
    LadderVersionFactory,
    SittingFactory,
    practitioner_of,
)
from tests.factories.people import (
    NOW,
    GradeFactory,
    RegistrationFactory,
    as_actor,
    holder_of,
    staff_of,
)

TODAY = NOW.date()


def wanted(actor, **asked):
    return list(people_wanted(actor, WantedPeople(**asked)))


@pytest.mark.parametrize("number", [1, 3])
def test_many_people_are_judged_in_as_many_queries_as_one(council, number, django_assert_num_queries):
    people = [practitioner_of(council.organisation) for _ in range(number)]
    for person in people:
        RegistrationFactory(person=person)
        journey = JourneyFactory(person=person, organisation=council.organisation, ladder=council.ladder)
        ChoiceFactory(journey=journey)
    SittingFactory(organisation=council.organisation)
    judged_ahead(standings_of([], on=TODAY), on=TODAY)

    with django_assert_num_queries(12):
        found = judged_ahead(standings_of([person.pk for person in people], on=TODAY), on=TODAY)

    assert [len(found[person.pk]) for person in people] == [1] * number


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_the_list_asks_as_often_however_many_there_are(council, number, django_assert_num_queries):
    people = [practitioner_of(council.organisation, line_manager=council.manager) for _ in range(number)]
    actor = council.managing

    with django_assert_num_queries(15):
        rows = rows_of(people, actor)

    assert [row.person for row in rows] == people


def test_line_says_rung_step_pathway_what_waits_and_the_soonest_sitting(council):
    journey = JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder)
    ChoiceFactory(journey=journey, pathway="amhp")
    AgreementFactory(person=council.author, organisation=council.organisation)

    row = rows_of([council.author], council.managing)[0]
    (ahead,) = row.aheads

    assert (ahead.standing.rung.code, ahead.step.code, ahead.standing.pathway.code) == ("level-2", "to-bg11", "amhp")
    assert (row.waiting, ahead.outlook.day, ahead.above.code) == (2, None, "bg11")
    assert ahead.tally.sentence == "4 not yet"


def test_top_rung_has_no_step_ahead(council):
    top = practitioner_of(council.organisation)
    terms = top.posts.get().terms.get()
    terms.level, terms.grade = None, GradeFactory(organisation=council.organisation, code="BG12")
    terms.save()

    (ahead,) = judged_ahead(standings_of([top.pk], on=TODAY), on=TODAY)[top.pk]

    assert (ahead.step, ahead.above, ahead.tally, ahead.outlook) == (None, None, None, None)
    assert rows_of([], council.managing) == []


def test_every_step_that_leads_on_is_judged_for_one_person(council):
    steps = [
        *council.ladder.content["steps"],
        {**council.ladder.content["steps"][1], "code": "aside", "from": "level-2"},
    ]
    council.ladder.content = {**council.ladder.content, "steps": steps}
    council.ladder.save()

    assert [each.step.code for each in steps_ahead(council.author, council.managing)] == ["to-bg11", "aside"]


def test_manager_and_overseers_see_whom_their_place_takes_in(council):
    other = practitioner_of(council.organisation)
    service = council.author.posts.get().terms.get().team.service
    psw = as_actor(holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, council.organisation))
    of_service = as_actor(holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, council.organisation, service=service))

    assert set(people_seen(council.managing)) == {council.author}
    assert set(people_seen(psw)) > {council.author, other}
    assert set(people_seen(of_service)) == {council.author}
    assert (list(people_seen(council.by)), psw.person_id in [one.pk for one in people_seen(psw)]) == ([], False)


def test_manager_sees_where_she_stands_at_the_own_organisation_only(council):
    elsewhere = LadderVersionFactory()
    staff_of(elsewhere.organisation, person=council.author)
    pk = council.author.pk

    assert [each.organisation for each in standings_seen([pk], council.managing)[pk]] == [council.organisation]
    assert len(standings_seen([pk], council.by)[pk]) >= 1
    assert standings_seen([pk], as_actor(council.colleague))[pk] == []
    assert standing_seen(pk, council.managing, step="to-bg11", organisation="elsewhere") is None


def test_people_are_found_by_name_rung_and_what_waits(council):
    actor = council.managing
    rung = {code.partition(":")[2]: code for code, _ in rungs_to_filter(actor)}
    assert [name for _, name in rungs_to_filter(actor)] == ["BG10 Level 2", "BG11 Experienced", "BG12 Advanced"]

    assert wanted(actor, rung=rung["level-2"]) == [council.author]
    assert wanted(actor, rung=rung["bg11"]) == wanted(actor, rung="0:none") == wanted(actor, name="zzz") == []
    assert wanted(actor, is_waiting=True) == []
    AgreementFactory(person=council.author, organisation=council.organisation)
    assert wanted(actor, is_waiting=True, name=council.author.family_name) == [council.author]


def test_column_of_my_team_says_how_the_next_step_stands(council):
    column = next(each for each in declared() if each.key == "pathways.step")

    cells = column.read(council.managing, [council.author.pk, council.colleague.pk])

    cell = cells[council.author.pk]
    assert (str(cell.state), cell.says, cell.due_on, list(cells)) == (
        "Not yet",
        "To Experienced",
        None,
        [council.author.pk],
    )
    address = f"/pathways/people/{council.author.pk}/steps/to-bg11/?of={council.organisation.slug}"
    assert cell.url == address
