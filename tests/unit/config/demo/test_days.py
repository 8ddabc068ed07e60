from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from academy.config.demo.days import Days, moment, teaching_day, working_day
from academy.config.demo.dice import Dice


@pytest.mark.parametrize(
    ("on", "months", "expected"),
    [
        (date(2026, 11, 22), 0, date(2026, 11, 2)),
        (date(2026, 11, 1), 0, date(2026, 11, 1)),
        (date(2026, 11, 22), 13, date(2025, 10, 6)),
        (date(2028, 2, 29), 12, date(2027, 2, 1)),
        (date(2027, 3, 31), 1, date(2027, 2, 1)),
    ],
)
def test_months_ago_is_the_first_monday_of_the_month_and_never_to_come(on: date, months: int, expected: date):
    assert Days(on).months_ago(months) == expected


@pytest.mark.parametrize(
    ("on", "regulator", "expected"),
    [
        (date(2026, 11, 30), "swe", date(2026, 11, 30)),
        (date(2026, 12, 1), "swe", date(2027, 11, 30)),
        (date(2026, 5, 1), "hcpc", date(2027, 10, 31)),
        (date(2027, 10, 31), "hcpc", date(2027, 10, 31)),
        (date(2027, 11, 1), "hcpc", date(2029, 10, 31)),
    ],
)
def test_next_renewal_follows_the_cycle_of_the_regulator(on: date, regulator: str, expected: date):
    assert Days(on).next_renewal(regulator) == expected


def test_begin_looks_back_two_years_also_from_29_february():
    assert Days(date(2028, 2, 29)).begin == date(2026, 1, 19)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2026, 11, 20)),
        (date(2026, 11, 22), date(2026, 11, 20)),
        (date(2026, 11, 23), date(2026, 11, 23)),
    ],
)
def test_working_day_of_a_weekend_is_its_friday(day: date, expected: date):
    assert working_day(day) == expected


def test_moment_lies_in_working_hours_of_the_day_in_london():
    moments = [moment(date(2026, 7, 1), Dice("moment", number)) for number in range(50)]
    assert {at.date() for at in moments} == {date(2026, 7, 1)}
    assert min(at.hour for at in moments) == 8
    assert max(at.hour for at in moments) == 17
    assert moments[0].utcoffset() == datetime(2026, 7, 1, tzinfo=ZoneInfo("Europe/London")).utcoffset()


@pytest.mark.parametrize(
    ("day", "taught_on"),
    [
        (date(2026, 12, 8), date(2026, 12, 8)),
        (date(2026, 12, 12), date(2026, 12, 11)),
        (date(2026, 12, 25), date(2027, 1, 7)),
        (date(2027, 1, 1), date(2027, 1, 7)),
    ],
)
def test_teaching_day_is_a_working_day_and_not_between_the_years(day, taught_on):
    assert teaching_day(day) == taught_on
