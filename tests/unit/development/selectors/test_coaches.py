import pytest

from academy.development.rules.coaching import Relation
from academy.development.selectors.coaches import Wanted, areas_of, coaches_wanted, relation_to, rows_of
from tests.factories.coaching import CoachProfileAreaFactory, CoachProfileFactory, match_in
from tests.factories.people import as_actor, member_of, staff_of


def coach_of(council, person=None, **said):
    return CoachProfileFactory(
        person=person or staff_of(council.organisation), organisation=council.organisation, **said
    )


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_coaches_takes_five_queries_for_one_and_for_three(council, django_assert_num_queries, number):
    for _ in range(number):
        coach = coach_of(council)
        CoachProfileAreaFactory(profile=coach)
        match_in("running", profile=coach)
    actor = council.by
    wanted = Wanted(words="listen", kind="executive", area="career", format="online", is_free=True)
    with django_assert_num_queries(5):
        rows = rows_of(list(coaches_wanted(actor, wanted)), actor)

    assert [(row.places.taken, row.areas, row.availability.word) for row in rows] == [
        (1, ["Career development"], "1 of 2 places free")
    ] * number


def test_coach_without_a_post_is_found_by_her_membership(council):
    coach = coach_of(council, member_of(council.organisation))

    assert list(coaches_wanted(council.by, Wanted())) == [coach]


def test_relation_to_a_coach_says_what_the_two_have_in_common(council):
    mate = coach_of(
        council,
        staff_of(
            council.organisation,
            team=council.author.posts.get().terms.get().team,
            line_manager=council.manager,
        ),
    )
    managed = coach_of(council, council.author)

    assert relation_to(council.by, mate) == Relation(shares_team=True, shares_manager=True)
    assert relation_to(council.by, coach_of(council)) == Relation()
    assert relation_to(council.by, managed) == Relation(is_herself=True)
    assert relation_to(as_actor(council.manager), managed).is_managed_by_her is True
    assert relation_to(council.by, coach_of(council, council.manager)).is_her_manager is True


def test_two_people_without_a_line_manager_have_none_in_common(council):
    assert relation_to(as_actor(council.manager), coach_of(council)) == Relation()


def test_coach_is_asked_for_her_areas_or_for_all_where_she_names_none(council):
    anything, one = coach_of(council), coach_of(council)
    CoachProfileAreaFactory(profile=one, area="leadership")

    assert (len(areas_of(anything)), areas_of(one)) == (8, [("leadership", "Leadership and management")])
