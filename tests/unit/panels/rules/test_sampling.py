"""Draws come out the same again, whoever makes them and in whatever order the cases come."""

import hashlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panels.rules.sampling import Candidate, draw, draw_by_strata, is_drawn, lot, size_of

IDS = st.sets(st.integers(1, 10_000), max_size=60)
SEEDS = st.text("abcdef0123456789", min_size=1, max_size=16)
PERCENT = st.integers(1, 100)
POPULATION = st.dictionaries(
    st.integers(1, 500), st.tuples(st.sampled_from(["adults", "children"]), st.booleans()), max_size=40
).map(lambda found: [Candidate(id=key, stratum=stratum, is_always=fail) for key, (stratum, fail) in found.items()])


def test_lot_is_the_hash_anybody_can_work_out():
    assert lot("autumn", 7) == hashlib.sha256(b"autumn:7").hexdigest()
    assert lot("autumn", 7) == "2db67e91fe4da71148ffcfaa80c3369735e075c38cbae49b6a3b8fbb5c85ec09"


@pytest.mark.parametrize(
    ("population", "percent", "least", "drawn"),
    [
        (0, 10, 1, 0),
        (1, 10, 1, 1),
        (10, 10, 1, 1),
        (11, 10, 1, 2),
        (30, 5, 1, 2),
        (40, Decimal("2.5"), 1, 1),
        (41, Decimal("2.5"), 1, 2),
        (10, 10, 3, 3),
        (2, 10, 3, 2),
        (10, 100, 1, 10),
        (10, 0, 1, 0),
        (7, 10, 0, 1),
    ],
)
def test_share_is_rounded_up_and_at_least_so_many_are_drawn(population, percent, least, drawn):
    assert size_of(population, percent, least=least) == drawn


def test_draw_of_known_ids_is_known():
    assert draw(range(1, 21), 20, seed="2026-autumn") == draw(list(range(20, 0, -1)), 20, seed="2026-autumn")
    assert draw([3, 3, 1], 100, seed="x") == tuple(sorted([1, 3], key=lambda each: lot("x", each)))


@given(IDS, PERCENT, SEEDS)
def test_drawn_are_of_the_population_each_once_and_as_many_as_the_share_asks(ids, percent, seed):
    found = draw(ids, percent, seed=seed)

    assert len(found) == len(set(found)) == size_of(len(ids), percent)
    assert set(found) <= ids
    assert list(found) == sorted(found, key=lambda each: lot(seed, each))


@given(IDS, PERCENT, SEEDS, st.integers(10_001, 20_000))
def test_one_more_changes_the_order_of_no_other(ids, percent, seed, newcomer):
    before = draw(ids, 100, seed=seed)
    after = draw({*ids, newcomer}, 100, seed=seed)

    assert tuple(each for each in after if each != newcomer) == before
    out = set(draw(ids, percent, seed=seed)) - set(draw({*ids, newcomer}, percent, seed=seed))
    assert len(out) <= 1


@given(POPULATION, PERCENT, SEEDS)
def test_every_stratum_is_drawn_from_by_itself_and_what_is_always_in_is_in(population, percent, seed):
    found = draw_by_strata(population, percent, seed=seed)
    always = {each.id for each in population if each.is_always}

    assert set(found.ids[: len(always)]) == always
    for stratum in ("adults", "children"):
        of_it = [each.id for each in population if each.stratum == stratum and not each.is_always]
        assert set(found.ids) & set(of_it) == set(draw(of_it, percent, seed=seed))
    assert len(found.ids) == len(set(found.ids))
    assert found == draw_by_strata(reversed(population), percent, seed=seed)


@given(PERCENT, SEEDS)
def test_other_stratum_changes_nothing_of_the_first(percent, seed):
    adults = [Candidate(id=each, stratum="adults") for each in range(1, 30)]
    children = [Candidate(id=each, stratum="children") for each in range(30, 40)]
    alone = draw_by_strata(adults, percent, seed=seed).ids
    both = draw_by_strata([*adults, *children], percent, seed=seed).ids

    assert tuple(each for each in both if each < 30) == alone


def test_proof_says_how_to_draw_it_again():
    population = [Candidate(id=4), Candidate(id=2), Candidate(id=9, is_always=True)]
    listed = hashlib.sha256(b"2,4,9").hexdigest()

    assert draw_by_strata(population, 10, seed="s1").proof == (
        "2 of 3 cases. In without a draw, because they always are: 1. Each number has a lot: SHA-256 over the "
        "text “s1:number”. The lowest lots are taken: 10 per cent rounded up, at least 1 where there are as many. "
        f"To check one, run: printf '%s' 's1:number' | sha256sum. SHA-256 over all numbers in their order, with "
        f"commas: {listed}."
    )


def test_proof_of_several_strata_says_that_each_is_drawn_from_by_itself():
    population = [Candidate(id=1, stratum="adults"), Candidate(id=2, stratum="children")]

    assert draw_by_strata(population, Decimal("2.50"), seed="s1").proof.startswith(
        "2 of 2 cases. Each number has a lot: SHA-256 over the text “s1:number”. The lowest lots are taken in each of "
        "the 2 groups by itself: 2.5 per cent rounded up, "
    )


def test_empty_population_draws_nothing_and_says_so():
    found = draw_by_strata([], 10, seed="s1")

    assert (found.ids, found.proof[:12]) == ((), "0 of 0 cases")


@pytest.mark.parametrize(("percent", "is_in"), [(0, False), (100, True)])
def test_single_case_is_never_in_no_share_and_always_in_the_whole(percent, is_in):
    assert {is_drawn(each, percent=percent, seed="s") for each in range(1, 200)} == {is_in}


def test_single_draws_come_to_about_their_share_and_stay_the_same():
    drawn = [each for each in range(1, 2001) if is_drawn(each, percent=10, seed="progression")]

    assert 150 < len(drawn) < 250
    assert drawn == [each for each in range(1, 2001) if is_drawn(each, percent=10, seed="progression")]


@given(st.integers(1, 10_000), st.integers(0, 99), SEEDS)
def test_whoever_is_in_a_share_is_in_every_larger_one(of, percent, seed):
    assert not is_drawn(of, percent=percent, seed=seed) or is_drawn(of, percent=percent + 1, seed=seed)
