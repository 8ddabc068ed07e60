"""The part of the benchmarks that holds on every database: a page's queries do not grow with the academy."""

import pytest

from academy.engines.facts.families import declared
from academy.engines.facts.keys import family_of
from tests.benchmarks.building import found, grow
from tests.benchmarks.judging import KEYS, JudgeCost, judge_faults, judge_queries, judge_table
from tests.benchmarks.measuring import Cost, queries_of
from tests.benchmarks.sweeping import SweepCost, sweep_cost, sweep_faults, sweep_table
from tests.benchmarks.telling import faults, table

pytestmark = pytest.mark.django_db


@pytest.mark.urls("tests.benchmarks.urls")
def test_queries_of_measured_pages_with_3_and_9_people_are_the_same():
    academy = found(entries_each=5)
    grow(academy, 3)
    with_three = queries_of(academy)
    grow(academy, 9)
    assert queries_of(academy) == with_three
    own = ["empty page", "home", "my year"]
    training = ["catalogue", "event page", "my bookings", "approvals"]
    assert list(with_three) == [*own, "directory", "person page", "season", "team season", *training]


def test_academy_grown_in_two_steps_gives_everybody_the_same_entries():
    academy = found(entries_each=5)
    grow(academy, 3)
    grow(academy, 9)
    assert [person.entries.count() for person in academy.people] == [5] * 9
    assert {entry.statements.count() for person in academy.people for entry in person.entries.all()} == {2}


def test_faults_of_a_page_that_needs_more_queries_at_a_bigger_size_names_it():
    costs = {10: {"home": Cost(4, 0.1, 100, ())}, 20: {"home": Cost(5, 0.1, 100_001, ())}}
    assert faults(costs) == [
        "FAULT: home needs 4 with 10 people, 5 with 20 people.",
        "FAULT: home has 100,001 bytes with 20 people, not 100,000.",
    ]


def test_table_of_costs_shows_times_as_multiples_of_the_empty_page():
    empty, home = (Cost(each, 0.01 * each, 4_000, ("identity_person: FROM x",)) for each in (2, 8))
    assert table({1000: {"empty page": empty, "home": home}}).splitlines() == [
        "page           people  queries  × empty       ms     kB",
        "empty page      1,000        2     1.00     20.0    4.0",
        "home            1,000        8     4.00     80.0    4.0",
        "reads a whole table (empty page, home): identity_person: FROM x",
    ]


def test_sweep_of_3_and_9_people_takes_the_same_statements_and_finds_what_bare_sql_finds():
    academy = found(entries_each=5)
    grow(academy, 3)
    with_three = sweep_cost(academy)
    grow(academy, 9)
    with_nine = sweep_cost(academy)
    # with five entries each, nobody wrote in the stretch that ends; of one person the registration runs out
    assert (with_three.noted, with_nine.noted) == (4, 10)
    assert with_three.queries == with_nine.queries


def test_faults_of_a_sweep_that_needs_more_statements_at_a_bigger_size_names_it():
    costs = {size: SweepCost(4, queries, 0.02, 0.01, 0.005) for size, queries in ((10, 8), (20, 9))}
    assert sweep_faults(costs) == ["FAULT: the sweep needs 8 with 10 people, 9 with 20 people."]
    assert sweep_faults({10: costs[10]}) == []


def test_table_of_sweeps_shows_times_as_multiples_of_bare_sql():
    assert sweep_table({1000: SweepCost(150, 8, 0.02, 0.01, 0.005)}).splitlines() == [
        "sweep          people  queries   × bare       ms  noted  ms to tell one",
        "                1,000        8     2.00     20.0    150             5.0",
    ]


def test_everybody_is_judged_by_every_family_with_the_same_queries_for_3_and_9_people():
    academy = found(entries_each=5)
    grow(academy, 3)
    with_three = judge_queries(academy)
    grow(academy, 9)
    with_nine = judge_queries(academy)

    assert {family_of(key) for key in KEYS} == {family.name for family in declared()}
    assert with_nine == {name: [(queries, 9)] for name, [(queries, _)] in with_three.items()}
    assert {begun for [(_, begun)] in with_three.values()} == {3}


def test_faults_of_judging_that_needs_more_queries_for_a_batch_names_both_numbers():
    even, odd = JudgeCost((8, 8), 0.2, 0.1, 9), JudgeCost((8, 9), 0.2, 0.1, 9)

    assert judge_faults({1000: {"everything": even}, 20_000: {"everything": odd}}) == [
        "FAULT: judging everything needs 8 or 9 for a batch of people."
    ]
    assert judge_faults({1000: {"everything": even}}) == []


def test_table_of_judging_shows_times_as_multiples_of_finding_the_facts():
    assert judge_table({1000: {"everything": JudgeCost((8, 8), 0.3, 0.2, 900)}}).splitlines() == [
        "judging        people  queries  × facts  ms for 1,000    begun",
        "everything      1,000        8     1.50         300.0      900",
    ]
