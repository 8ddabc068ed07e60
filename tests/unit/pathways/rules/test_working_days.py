from datetime import date

import pytest

from pathways.rules.working_days import (
    SATURDAY,
    Away,
    Diary,
    at_the_latest,
    at_the_soonest,
    bank_holidays,
    is_working,
    working_days_from,
)

HOLIDAYS = {
    2021: ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"],
    2022: ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"],
    2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
    2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
}


@pytest.mark.parametrize("year", HOLIDAYS)
def test_bank_holidays_of_england_with_what_is_kept_on_the_next_free_day(year):
    found = [f"{day:%m-%d}" for day in sorted(bank_holidays(year)) if day.weekday() < SATURDAY]

    assert found == HOLIDAYS[year]


LATEST = {
    "a working day stays": (date(2027, 6, 17), date(2027, 6, 17)),
    "Sunday to Friday": (date(2027, 6, 20), date(2027, 6, 18)),
    "Easter Monday to Thursday": (date(2027, 3, 29), date(2027, 3, 25)),
    "Sunday the clock changes": (date(2027, 10, 31), date(2027, 10, 29)),
    "a leap day": (date(2028, 2, 29), date(2028, 2, 29)),
    "the last of a month that is a Saturday": (date(2027, 7, 31), date(2027, 7, 30)),
    "New Year’s Day into the year before": (date(2027, 1, 1), date(2026, 12, 31)),
}


@pytest.mark.parametrize(("day", "found"), LATEST.values(), ids=LATEST)
def test_moved_to_the_last_working_day_before(day, found):
    assert at_the_latest(day, []) == found


def test_moved_around_the_days_both_are_away():
    hers = Diary((Away(date(2027, 4, 12), date(2027, 4, 23)),))
    managers = Diary((Away(date(2027, 4, 8), date(2027, 4, 9)),))

    assert at_the_latest(date(2027, 4, 20), [hers]) == date(2027, 4, 9)
    assert at_the_latest(date(2027, 4, 20), [hers, managers]) == date(2027, 4, 7)
    assert at_the_soonest(date(2027, 4, 8), [hers, managers]) == date(2027, 4, 26)


def test_somebody_away_for_years_leaves_the_day_as_it_is():
    away = Diary((Away(date(2020, 1, 1), date(2040, 1, 1)),))

    assert at_the_latest(date(2027, 6, 17), [away]) == date(2027, 6, 17)


def test_weekends_and_bank_holidays_are_no_working_days():
    assert [is_working(date(2026, 12, day)) for day in (24, 25, 26, 27, 28, 29)] == [True, *[False] * 4, True]


@pytest.mark.parametrize(
    ("day", "number", "found"),
    [
        (date(2027, 6, 17), 0, date(2027, 6, 17)),
        (date(2027, 6, 20), 0, date(2027, 6, 20)),
        (date(2027, 6, 17), 1, date(2027, 6, 18)),
        (date(2027, 6, 18), 1, date(2027, 6, 21)),
        (date(2027, 6, 20), 5, date(2027, 6, 25)),
        (date(2026, 12, 23), 5, date(2027, 1, 4)),
        (date(2027, 3, 30), -1, date(2027, 3, 25)),
        (date(2027, 6, 20), -5, date(2027, 6, 14)),
    ],
)
def test_so_many_working_days_are_counted_without_the_first(day, number, found):
    assert working_days_from(day, number) == found
