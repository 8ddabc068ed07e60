"""Counts within months, and months since something began."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case
from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Standing

TODAY = date(2026, 11, 17)
KEY = "development.entry:kept"
COUNT = {"count": {"of": KEY, "least": 3, "what": "pieces of CPD", "within_months": 12}}
DAYS = st.lists(st.dates(min_value=date(2024, 1, 1), max_value=TODAY), max_size=8)


def facts(*days, quantity=1, until=None):
    return tuple(Fact(key=KEY, person=1, on=day, quantity=Decimal(quantity), until=until) for day in days)


def judged(said, known, on=TODAY):
    return Node.model_validate(said).judge(Case(on=on, facts=known))


def test_count_says_how_many_more():
    found = judged(COUNT, facts(date(2026, 1, 5), date(2026, 6, 1), date(2024, 1, 1)))

    assert (found.what, found.says, found.standing) == (
        "At least 3 pieces of CPD within 12 months",
        "2 of 3 so far; 1 more needed.",
        Standing.IN_PROGRESS,
    )


def test_count_is_met_since_the_last_needed_and_until_the_first_falls_away():
    found = judged(COUNT, facts(date(2026, 3, 1), date(2026, 5, 1), date(2026, 7, 1), date(2026, 9, 1)))

    assert (found.standing, found.since, found.until) == (Standing.MET, date(2026, 7, 1), date(2027, 5, 1))
    assert (found.says, len(found.facts)) == ("There are 4. That is enough until 1 May 2027.", 4)


def test_count_runs_out_soon():
    found = judged(COUNT, facts(date(2025, 12, 1), date(2026, 5, 1), date(2026, 7, 1)))

    assert (found.standing, found.says) == (Standing.SOON, "There are 3. That is enough until 1 December 2026.")


def test_count_without_months_is_for_good_and_adds_quantities():
    said = {"count": {"of": KEY, "least": 60, "what": "credits"}}

    assert judged(said, facts(date(2020, 1, 1), date(2021, 1, 1), quantity=30)).says == "There are 60."
    assert judged(said, facts(date(2020, 1, 1), quantity=30)).says == "30 of 60 so far; 30 more needed."


def test_what_ended_counts_no_more():
    said = {"count": {"of": KEY, "least": 1, "what": "credits"}}

    assert not judged(said, facts(date(2020, 1, 1), until=TODAY - timedelta(days=1))).is_met
    assert judged(said, facts(date(2020, 1, 1), until=TODAY)).is_met


@given(DAYS, st.dates(min_value=date(2024, 1, 1), max_value=TODAY))
def test_another_piece_never_un_meets_a_count(days, another):
    before, after = judged(COUNT, facts(*days)), judged(COUNT, facts(*days, another))

    assert after.is_met or not before.is_met


@given(DAYS)
def test_count_is_met_to_its_last_day_and_not_the_day_after(days):
    found = judged(COUNT, facts(*days))
    if found.is_met:
        assert judged(COUNT, facts(*days), on=found.until).is_met
        assert not judged(COUNT, facts(*days), on=found.until + timedelta(days=1)).is_met
    else:
        assert found.until is None


@pytest.mark.parametrize(
    ("begun", "standing", "says"),
    [
        (date(2024, 11, 17), Standing.MET, "Begun on 17 November 2024."),
        (date(2024, 11, 18), Standing.IN_PROGRESS, "Begun on 18 November 2024; reached on 18 November 2026."),
        (date(2024, 2, 29), Standing.MET, "Begun on 29 February 2024."),
    ],
)
def test_months_since_something_began(begun, standing, says):
    said = {"months_since": {"of": KEY, "least": 24, "what": "registration"}}

    found = judged(said, facts(begun))

    assert (found.what, found.standing, found.says) == ("24 months since registration", standing, says)


def test_months_since_counts_from_the_first_that_still_holds():
    said = {"months_since": {"of": KEY, "least": 12, "what": "registration"}}
    ended = facts(date(2010, 1, 1), until=date(2015, 1, 1))

    found = judged(said, (*ended, *facts(date(2020, 2, 29), date(2023, 1, 1))))

    assert (found.since, judged(said, ended).says) == (date(2021, 2, 28), "It has not begun yet.")


@pytest.mark.parametrize("said", [COUNT, {"months_since": {"of": KEY, "least": 24, "what": "registration"}}])
def test_counts_ask_for_the_facts_they_name(said):
    assert Node.model_validate(said).keys("bristol") == frozenset({KEY})
