import pytest

from academy.development.rules.needs import Needed, needs_told, unmet_words


def rows(title, *people, met=()):
    return [(title, person, person in met) for person in people]


def test_need_of_three_people_is_told_and_of_two_only_that_there_is_one():
    told = needs_told([*rows("Dementia", 1, 2, 3), *rows("Courts", 1, 2)])
    assert (told.shown, told.hidden) == ((Needed("Dementia", 3, 3),), 1)


def test_needs_are_put_together_by_their_words_and_the_spelling_most_used():
    told = needs_told([*rows("dementia", 1), *rows("Dementia", 2, 3), *rows(" DEMENTIA ", 4)])
    assert told.shown == (Needed("Dementia", 4, 4),)


def test_person_counts_once_and_needs_it_until_all_of_hers_are_met():
    told = needs_told([*rows("Dementia", 1, 1, 2, 3), ("Dementia", 1, True), *rows("Dementia", 4, met=(4,))])
    assert told.shown == (Needed("Dementia", 4, 3),)


def test_most_needed_comes_first_and_equal_ones_by_their_words():
    told = needs_told([*rows("B", 1, 2, 3), *rows("A", 1, 2, 3), *rows("C", 1, 2, 3, 4)])
    assert [each.title for each in told.shown] == ["C", "A", "B"]


@pytest.mark.parametrize(
    ("people", "unmet", "words"),
    [(5, 0, "0"), (5, 5, "5"), (5, 2, "not told"), (5, 3, "not told"), (6, 3, "3"), (9, 8, "not told")],
)
def test_few_of_many_are_not_told(people, unmet, words):
    assert unmet_words(Needed("x", people, unmet)) == words
