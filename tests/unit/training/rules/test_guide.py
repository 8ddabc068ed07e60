from datetime import date

import pytest

from academy.training.rules.guide import editions, is_over, speaks_of

TODAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("held_in", "years"),
    [([], [2027, 2026]), ([2026, 2026], [2027, 2026]), ([2023, 2025, 2028], [2027, 2026, 2025, 2023])],
)
def test_editions_are_next_year_this_one_and_those_something_was_held_in(held_in, years):
    assert editions(held_in, on=TODAY) == years


@pytest.mark.parametrize(("year", "over"), [(2025, True), (2026, False), (2027, False)])
def test_edition_is_over_with_its_year(year, over):
    assert is_over(year, on=TODAY) is over


@pytest.mark.parametrize(("year", "day"), [(2025, date(2025, 12, 31)), (2026, TODAY), (2027, date(2027, 1, 1))])
def test_edition_speaks_of_a_day_of_its_year(year, day):
    assert speaks_of(year, on=TODAY) == day
