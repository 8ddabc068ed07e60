from datetime import date, timedelta

import pytest

from academy.engines.requirements.spans import Span
from academy.engines.requirements.stretches import Kept, Rhythm, Stretch

TWELVE = Rhythm(weeks=12, through_months=12, counted_from=date(2025, 11, 10))
TODAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2025, 11, 10), 0),
        (date(2026, 2, 1), 0),
        (date(2026, 2, 2), 1),
        (date(2025, 11, 9), -1),
        (date(2025, 8, 18), -1),
        (date(2025, 8, 17), -2),
        # both changes of the clocks and a leap day lie between
        (date(2028, 2, 29), 10),
    ],
)
def test_day_lies_in_one_stretch(day, number):
    assert TWELVE.number_of(day) == number
    assert TWELVE.stretch(number).first <= day <= TWELVE.stretch(number).last


def test_stretches_follow_each_other_without_a_gap():
    assert TWELVE.stretch(1) == Stretch(date(2026, 2, 2), date(2026, 4, 26))
    assert TWELVE.stretch(2).first - TWELVE.stretch(1).last == timedelta(days=1)


@pytest.mark.parametrize(
    ("on", "ended"),
    [
        (TODAY, [1, 2, 3]),
        (date(2026, 11, 10), [0, 1, 2, 3]),
        (date(2026, 11, 11), [1, 2, 3]),
        (date(2027, 1, 3), [1, 2, 3]),
        (date(2027, 1, 4), [1, 2, 3, 4]),
    ],
)
def test_stretches_count_that_ended_and_lie_wholly_in_the_months(on, ended):
    assert TWELVE.ended(on) == ended


def test_empty_stretch_is_missed_from_its_end_until_it_has_left_the_months():
    kept = Kept(TWELVE, [TWELVE.stretch(number).first for number in range(-6, 5) if number != 2])

    assert kept.spans(TODAY) == (Span(date.min, date(2026, 7, 19)),)
    assert kept.kept_up(TODAY) == Span(date(2027, 4, 28), TWELVE.stretch(6).last)
    assert (kept.any_ended(TODAY), Kept(TWELVE, []).any_ended(TODAY)) == (True, False)


def test_what_is_not_missing_is_kept_up_already():
    kept = Kept(TWELVE, [TWELVE.stretch(number).first for number in range(-6, 5)])

    assert kept.kept_up(TODAY).first == TODAY
    assert kept.spans(TODAY) == (Span(date.min, date(2027, 3, 28)),)
