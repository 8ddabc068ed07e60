from datetime import UTC, date, datetime

import pytest

from academy.development.rules.renewals import Cycle, acts_asked, cycle_before, cycle_of, is_newcomer
from tests.factories.renewals import HCPC, SWE


@pytest.mark.parametrize(
    ("day", "starts_on", "opens_on", "closes_on"),
    [
        (date(2026, 11, 30), date(2025, 12, 1), date(2026, 9, 1), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2026, 12, 1), date(2027, 9, 1), date(2027, 11, 30)),
        (date(2026, 8, 31), date(2025, 12, 1), date(2026, 9, 1), date(2026, 11, 30)),
        (date(2024, 2, 29), date(2023, 12, 1), date(2024, 9, 1), date(2024, 11, 30)),
        (date(2026, 1, 1), date(2025, 12, 1), date(2026, 9, 1), date(2026, 11, 30)),
    ],
)
def test_cycle_of_social_work_england_is_the_registration_year(day, starts_on, opens_on, closes_on):
    assert cycle_of(SWE, day) == Cycle(starts_on, opens_on, closes_on)


@pytest.mark.parametrize(
    ("day", "starts_on", "closes_on"),
    [
        (date(2025, 10, 31), date(2023, 11, 1), date(2025, 10, 31)),
        (date(2025, 11, 1), date(2025, 11, 1), date(2027, 10, 31)),
        (date(2026, 12, 31), date(2025, 11, 1), date(2027, 10, 31)),
        (date(2027, 10, 31), date(2025, 11, 1), date(2027, 10, 31)),
        (date(2027, 11, 1), date(2027, 11, 1), date(2029, 10, 31)),
        (date(2022, 5, 1), date(2021, 11, 1), date(2023, 10, 31)),
    ],
)
def test_cycle_of_hcpc_is_two_years_to_the_october_of_an_odd_one(day, starts_on, closes_on):
    cycle = cycle_of(HCPC, day)
    assert (cycle.starts_on, cycle.opens_on, cycle.closes_on) == (starts_on, date(closes_on.year, 8, 1), closes_on)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (datetime(2026, 8, 31, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 8, 31, 23, 0, tzinfo=UTC), True),  # midnight of 1 September, summer time
        (datetime(2026, 11, 30, 23, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 30, 23, 59, 1, tzinfo=UTC), False),
    ],
)
def test_window_opens_in_summer_time_and_ends_a_minute_before_midnight_in_winter_time(moment, is_open):
    assert cycle_of(SWE, date(2026, 11, 1)).is_open_at(moment) is is_open


@pytest.mark.parametrize(("minute", "is_open"), [(59, True), (60, False)])
def test_window_that_closes_on_the_night_the_clocks_change_ends_by_the_new_time(minute, is_open):
    """On 31 October 2027 London goes back to winter time at two in the morning: the window has an hour more."""
    moment = datetime.fromtimestamp(datetime(2027, 10, 31, 23, 0, tzinfo=UTC).timestamp() + minute * 60, tz=UTC)
    assert cycle_of(HCPC, date(2027, 10, 1)).is_open_at(moment) is is_open


@pytest.mark.parametrize(
    ("day", "is_open", "is_over", "left"),
    [
        (date(2026, 8, 31), False, False, 91),
        (date(2026, 9, 1), True, False, 90),
        (date(2026, 11, 30), True, False, 0),
        (date(2026, 12, 1), False, True, -1),
    ],
)
def test_window_by_days(day, is_open, is_over, left):
    cycle = cycle_of(SWE, date(2026, 6, 1))
    assert (cycle.is_open(day), cycle.is_over(day), cycle.days_left(day)) == (is_open, is_over, left)


def test_cycle_before_ends_where_this_one_begins():
    assert cycle_before(HCPC, cycle_of(HCPC, date(2026, 6, 1))).closes_on == date(2025, 10, 31)


@pytest.mark.parametrize(
    ("joined_on", "newcomer", "acts"),
    [
        (date(2026, 8, 31), False, ["cpd", "form", "fee"]),
        (date(2026, 9, 1), True, ["fee"]),
        (date(2026, 11, 30), True, ["fee"]),
        (date(2026, 12, 1), False, []),
        (date(2025, 9, 1), False, ["cpd", "form", "fee"]),
    ],
)
def test_who_joined_on_or_after_1_september_is_asked_for_the_fee_alone(joined_on, newcomer, acts):
    cycle = cycle_of(SWE, date(2026, 11, 1))
    assert is_newcomer(SWE, cycle, joined_on) is newcomer
    assert [act.code for act in acts_asked(SWE, cycle, joined_on)] == acts


def test_hcpc_knows_no_newcomers():
    cycle = cycle_of(HCPC, date(2027, 9, 1))
    assert is_newcomer(HCPC, cycle, date(2027, 9, 1)) is False
    assert [act.code for act in acts_asked(HCPC, cycle, date(2027, 9, 1))] == ["form", "fee"]


def test_asks_find_act_and_fee_by_code_and_year():
    assert (SWE.act("fee").what, SWE.act("tea")) == ("Fee", None)
    assert ([str(SWE.fee(2026).pounds), SWE.fee(2026).is_confirmed], SWE.fee(2031)) == (["122.00", False], None)
