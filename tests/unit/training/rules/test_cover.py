from datetime import date
from decimal import Decimal

import pytest

from academy.training.rules.cover import Cover, cover_of, is_all_of_it, working_days

MON, TUE, WED = date(2027, 1, 25), date(2027, 1, 26), date(2027, 1, 27)


@pytest.mark.parametrize(
    ("away", "left", "holds"),
    [({}, [6], True), ({1: {MON}}, [5], True), ({1: {MON}, 2: {MON}, 3: {MON}}, [3], False)],
)
def test_cover_holds_while_enough_of_the_team_are_left(away, left, holds):
    cover = cover_of([MON], {person: frozenset(days) for person, days in away.items()}, team=7, percent=50)
    assert (cover.needed, [day.left for day in cover.days], cover.holds) == (4, left, holds)


def test_cover_without_a_day_is_not_said_to_hold():
    cover = Cover(team=7, needed=4, days=())
    assert (cover.holds, cover.most_away, cover.tightest()) == (False, 0, ())


def test_cover_names_the_tightest_days_first():
    away = {1: frozenset({TUE, WED}), 2: frozenset({WED})}
    cover = cover_of([WED, MON, TUE, MON], away, team=5, percent=40)
    assert [(day.on, day.left) for day in cover.tightest()] == [(WED, 2), (TUE, 3)]
    assert [day.on for day in cover.tightest(1)] == [WED]
    assert cover.most_away == 2


def test_working_days_leave_out_weekends():
    assert sorted(working_days(date(2027, 1, 22), TUE)) == [date(2027, 1, 22), MON, TUE]


@pytest.mark.parametrize(
    ("days", "is_all"), [(None, True), (Decimal(2), False), (Decimal("2.5"), True), (Decimal(3), True)]
)
def test_days_are_all_of_a_time_when_they_fill_it(days, is_all):
    assert is_all_of_it(days, working_days(MON, WED)) is is_all
