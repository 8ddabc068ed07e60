"""Cases are shared out as fully and as evenly as can be, and never to whom something bars."""

from collections import Counter
from itertools import combinations, product
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panels.rules.assigning import Reviewer, Wanted, lacking_services
from panels.rules.sharing_out import propose

SERVICES = [frozenset(), frozenset({"adults"}), frozenset({"children"}), frozenset({"adults", "children"})]


def reviewer(person_id, services=("adults",), *, expertise=(), load=0, most=0, sort="practitioner"):
    return Reviewer(
        person_id=person_id,
        sort=sort,
        services=frozenset(services),
        expertise=frozenset(expertise),
        load=load,
        most=most,
    )


def wanted(case_id, reviewers=1, already=(), **said):
    return Wanted(case_id=case_id, reviewers=reviewers, already=frozenset(already), **said)


def given_to(proposal):
    """Who has which case, by case."""
    found = {}
    for case_id, person_id in proposal.pairs:
        found.setdefault(case_id, []).append(person_id)
    return found


def loads(proposal, people):
    added = Counter(person_id for _, person_id in proposal.pairs)
    return {each.person_id: each.load + added[each.person_id] for each in people}


@st.composite
def sittings(draw, cases=4, people=5):
    """A small sitting: people with loads and limits, cases with a mix or not, pairs that are barred."""
    who = [
        reviewer(
            number,
            services=draw(st.sampled_from(SERVICES)),
            expertise=draw(st.sampled_from([(), ("amhp",)])),
            load=draw(st.integers(0, 3)),
            most=draw(st.sampled_from([0, 0, 1, 2, 4])),
            sort=draw(st.sampled_from(["practitioner", "practitioner", "guest"])),
        )
        for number in range(1, draw(st.integers(1, people)) + 1)
    ]
    of = [
        wanted(
            number,
            reviewers=draw(st.integers(1, 3)),
            already=draw(st.sets(st.integers(1, people + 1), max_size=1)),
            needs_mix=draw(st.booleans()),
            pathway=draw(st.sampled_from(["", "amhp"])),
            service="adults",
        )
        for number in range(1, draw(st.integers(1, cases)) + 1)
    ]
    pairs = st.tuples(st.integers(1, cases), st.integers(1, people))
    return of, who, draw(st.frozensets(pairs, max_size=6))


def is_whole(case, given, people):
    """Does the mix of a case hold, or could it still with the places left?"""
    services = {each.person_id: each.speaks_for for each in people}
    after = lacking_services(services.get(who, frozenset()) for who in (*case.already, *given))
    before = lacking_services(services.get(who, frozenset()) for who in case.already)
    return not case.is_mixed or after <= max(case.open_places, before) - len(given)


def ways_to_give(case, people, barred):
    could = [
        each.person_id
        for each in people
        if (case.case_id, each.person_id) not in barred and each.person_id not in case.already
    ]
    sets = (given for size in range(case.open_places + 1) for given in combinations(could, size))
    return [given for given in sets if is_whole(case, given, people)]


@settings(max_examples=150, deadline=None)
@given(sittings())
def test_nobody_gets_what_she_may_not_have(sitting):
    cases, people, barred = sitting
    proposal = propose(cases, people, barred)
    had = {each.person_id: each for each in people}
    found = given_to(proposal)

    assert len(set(proposal.pairs)) == len(proposal.pairs)
    assert not set(proposal.pairs) & barred
    for case in cases:
        given = found.get(case.case_id, [])
        assert len(given) <= case.open_places
        assert not set(given) & case.already
        assert is_whole(case, given, people)
    for person_id, load in loads(proposal, people).items():
        assert not had[person_id].most or load <= max(had[person_id].most, had[person_id].load)


@settings(max_examples=150, deadline=None)
@given(sittings())
def test_every_case_is_full_or_told_as_short(sitting):
    cases, people, barred = sitting
    proposal = propose(cases, people, barred)
    found = given_to(proposal)
    told = {each.case_id: each.places for each in proposal.short}

    for case in cases:
        assert told.get(case.case_id, 0) == case.open_places - len(found.get(case.case_id, []))


@settings(max_examples=100, deadline=None)
@given(sittings(), st.randoms(use_true_random=False))
def test_order_in_which_people_and_cases_come_changes_nothing(sitting, chance):
    cases, people, barred = sitting
    proposal = propose(cases, people, barred)
    chance.shuffle(cases)
    chance.shuffle(people)

    assert propose(iter(cases), iter(people), barred) == proposal


@settings(max_examples=120, deadline=None)
@given(sittings(cases=3, people=4))
def test_no_other_sharing_fills_more_places_or_is_more_even(sitting):
    cases, people, barred = sitting
    proposal = propose(cases, people, barred)
    found = given_to(proposal)
    sizes = tuple(len(found.get(case.case_id, [])) for case in cases)
    had = {each.person_id: each for each in people}
    most_filled, most_even = 0, None
    for choice in product(*(ways_to_give(case, people, barred) for case in cases)):
        added = Counter(who for given in choice for who in given)
        if any(had[who].most and had[who].load + number > had[who].most for who, number in added.items()):
            continue
        most_filled = max(most_filled, added.total())
        if tuple(map(len, choice)) == sizes:
            uneven = sum((each.load + added[each.person_id]) ** 2 for each in people)
            most_even = uneven if most_even is None else min(most_even, uneven)

    assert sum(sizes) == most_filled
    assert sum(load**2 for load in loads(proposal, people).values()) == most_even


def test_five_hundred_cases_are_shared_by_sixty_within_one_of_each_other():
    people = [
        reviewer(
            number,
            services=SERVICES[1 + number % 2],
            expertise=("amhp",) if number % 7 == 0 else (),
            most=30,
        )
        for number in range(1, 61)
    ]
    cases = [
        wanted(number, 3, needs_mix=True, service="adults", pathway="amhp" if number % 5 == 0 else "bia")
        for number in range(1, 501)
    ]
    barred = {(case, 1 + (case * 7 + step * 13) % 60) for case in range(1, 501) for step in range(5)}
    began = process_time()
    proposal = propose(cases, people, barred)
    took = process_time() - began

    assert (len(proposal.pairs), proposal.short) == (1500, ())
    assert set(loads(proposal, people).values()) == {25}
    assert not set(proposal.pairs) & barred
    found = given_to(proposal)
    assert all(any(who % 7 == 0 for who in found[case.case_id]) for case in cases if case.pathway == "amhp")
    assert took < 5


def test_five_hundred_cases_for_too_few_of_one_service_leave_the_same_places_open_soon():
    people = [reviewer(each, services=("children",) if each <= 5 else ("adults",), most=20) for each in range(1, 61)]
    began = process_time()
    proposal = propose([wanted(each, 2, needs_mix=True) for each in range(1, 501)], people)

    assert len(proposal.pairs) == 600
    assert sum(each.places for each in proposal.short) == 400
    assert process_time() - began < 5


def test_who_has_much_already_gets_less():
    people = [reviewer(1, load=4), reviewer(2), reviewer(3, load=1)]
    proposal = propose([wanted(each) for each in range(1, 5)], people)

    assert loads(proposal, people) == {1: 4, 2: 3, 3: 2}


def test_case_goes_to_who_knows_its_pathway_where_loads_stay_even():
    people = [reviewer(1), reviewer(2, expertise=("amhp",))]
    proposal = propose([wanted(1, pathway="bia"), wanted(2, pathway="amhp")], people)

    assert proposal.pairs == ((1, 1), (2, 2))


def test_knowledge_does_not_outweigh_even_loads():
    people = [reviewer(1), reviewer(2, expertise=("amhp",))]

    assert loads(propose([wanted(each, pathway="amhp") for each in range(1, 5)], people), people) == {1: 2, 2: 2}


def test_who_knows_a_case_takes_it_in_exchange_for_another():
    people = [reviewer(1, expertise=("amhp",)), reviewer(2)]
    cases = [wanted(1, pathway="bia"), wanted(2, pathway="amhp")]

    assert propose(cases, people).pairs == ((1, 2), (2, 1))


def test_who_knows_a_case_takes_it_from_one_with_more():
    people = [reviewer(1), reviewer(2, expertise=("amhp",), load=1), reviewer(3, load=1, most=1), reviewer(4)]
    barred = {(1, 3), (1, 4), (2, 2), (2, 4)}

    assert propose([wanted(1, pathway="amhp"), wanted(2, pathway="bia")], people, barred).pairs == ((1, 2), (2, 1))


def test_nothing_is_exchanged_for_a_case_the_other_is_barred_from():
    people = [reviewer(1), reviewer(2, expertise=("amhp",))]
    proposal = propose([wanted(1, pathway="bia"), wanted(2, pathway="amhp")], people, {(1, 1)})

    assert proposal.pairs == ((1, 2), (2, 1))


def test_nothing_is_exchanged_where_the_mix_would_not_hold():
    people = [reviewer(1), reviewer(2, ("children",)), reviewer(3, ("children",), expertise=("amhp",), load=1)]

    assert propose([wanted(1, 2, needs_mix=True, pathway="amhp")], people).pairs == ((1, 1), (1, 2))


def test_case_without_a_pathway_goes_to_who_speaks_for_its_service():
    people = [reviewer(1, services=("children",)), reviewer(2, services=("adults",))]
    proposal = propose([wanted(1, service="adults"), wanted(2, service="children")], people)

    assert proposal.pairs == ((1, 2), (2, 1))


CHAIN = {(1, 3), (2, 1), (3, 3)}


def test_place_is_filled_along_a_chain_that_ends_with_who_has_room():
    people = [reviewer(1, most=1), reviewer(2, most=1), reviewer(3, most=1)]
    proposal = propose([wanted(1), wanted(2), wanted(3)], people, CHAIN)

    assert (proposal.pairs, proposal.short) == (((1, 1), (2, 3), (3, 2)), ())


def test_loads_are_made_even_along_a_chain_where_nobody_could_take_it_at_once():
    people = [reviewer(1), reviewer(2), reviewer(3)]

    assert propose([wanted(1), wanted(2), wanted(3)], people, CHAIN).pairs == ((1, 2), (2, 3), (3, 1))


def test_mix_takes_one_of_each_service_and_no_guest_for_either():
    people = [
        reviewer(1, services=("adults",)),
        reviewer(2, services=("adults",)),
        reviewer(3, services=("adults", "children"), sort="guest"),
        reviewer(4, services=("children",), load=9),
    ]
    proposal = propose([wanted(1, 2, needs_mix=True)], people)

    assert proposal.pairs == ((1, 1), (1, 4))


def test_mix_is_completed_beside_who_has_the_case_already():
    people = [reviewer(1, services=("adults",), load=1), reviewer(2), reviewer(3, services=("children",), load=5)]
    proposal = propose([wanted(1, 2, needs_mix=True, already={1})], people)

    assert proposal.pairs == ((1, 3),)


@pytest.mark.parametrize(
    ("case", "people", "barred", "places", "says"),
    [
        (
            wanted(1, 2),
            [reviewer(1)],
            (),
            1,
            "1 place stays open: all others are tied to the candidate or declined. Ask a guest, or appoint a member.",
        ),
        (
            wanted(1, 2),
            [reviewer(1), reviewer(2)],
            {(1, 1), (1, 2)},
            2,
            "2 places stay open: all others are tied to the candidate or declined. Ask a guest, or appoint a member.",
        ),
        (
            wanted(1, 2),
            [reviewer(1), reviewer(2, load=3, most=3)],
            (),
            1,
            "1 place stays open: who could take it has as many cases as she may. Raise the limit, or ask a guest.",
        ),
        (
            wanted(1, 2, needs_mix=True),
            [reviewer(1), reviewer(2)],
            (),
            1,
            "1 place stays open: nobody who can take it is of the service that is missing. Ask a deputy of it.",
        ),
        (
            wanted(1, 2, needs_mix=True, already={1, 2}),
            [reviewer(1), reviewer(2), reviewer(3, services=("children",))],
            (),
            0,
            "Those who have it are not of both services. Take one of them off, so that one of the other can have it.",
        ),
    ],
)
def test_case_that_stays_short_says_why_and_what_to_do(case, people, barred, places, says):
    (short,) = propose([case], people, barred).short

    assert (short.case_id, short.places, short.says) == (1, places, says)


@pytest.mark.parametrize("people", [[], [reviewer(1)]])
def test_nothing_to_give_gives_nothing(people):
    assert propose([], people) == propose([wanted(1, already={9})], people)
    assert propose([], people).pairs == ()
