from datetime import date

import pytest

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import family_of, keyed, which_of

FACT = Fact(key="a.b:c", person=1, on=date(2026, 1, 31), until=date(2026, 2, 28))


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 1, 30), False),
        (date(2026, 1, 31), True),
        (date(2026, 2, 28), True),
        (date(2026, 3, 1), False),
    ],
)
def test_fact_holds_from_its_day_to_its_last(day, holds):
    assert FACT.holds_on(day) == holds


def test_fact_without_a_last_day_holds_for_good():
    assert Fact(key="a.b:c", person=1, on=date(2026, 1, 31)).holds_on(date(2066, 1, 31))


def test_keys_name_a_family_and_one_of_it():
    assert keyed("a.b", "x/y") == "a.b:x/y"
    assert (family_of("a.b:x/y"), family_of("a.b")) == ("a.b", "a.b")


def test_which_things_of_a_family_are_asked_for():
    assert which_of(["a.b:x", "a.b:y", "c.d:z"], "a.b") == frozenset({"x", "y"})
    assert which_of(["a.b:x", "a.b"], "a.b") is None
    assert which_of(["c.d:z"], "a.b") == frozenset()
