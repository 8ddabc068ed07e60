from datetime import date

import pytest

from academy.engines.requirements.node import Node
from academy.training.rules.running_out import completed_on_for, each_asked_for, earliest_to_count


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({"course": "law"}, ["law"]),
        (
            {"all_of": [{"course": "law"}, {"all_of": [{"course": {"code": "moving", "within_months": 12}}]}]},
            ["law", "moving"],
        ),
        ({"any_of": [{"course": "law"}, {"course": "moving"}]}, []),
        ({"award": "bia"}, []),
    ],
)
def test_each_course_is_told_but_none_of_a_choice(said, codes):
    assert [course.code for course in each_asked_for(Node.model_validate(said))] == codes


@pytest.mark.parametrize(
    ("first", "last", "months", "days"),
    [
        (
            date(2026, 12, 1),
            date(2026, 12, 2),
            12,
            [(date(2025, 12, 1), date(2026, 12, 1)), (date(2025, 12, 2), date(2026, 12, 2))],
        ),
        # 28 February stands for the last days of January too
        (
            date(2027, 2, 28),
            date(2027, 2, 28),
            1,
            [(date(2027, 1, day), date(2027, 2, 28)) for day in (28, 29, 30, 31)],
        ),
        # and nothing of 30 days ago falls on a 31st
        (date(2027, 5, 31), date(2027, 5, 31), 1, []),
    ],
)
def test_days_of_completion_by_the_day_they_run_out(first, last, months, days):
    assert completed_on_for(first, last, months=months) == days


@pytest.mark.parametrize(
    ("until", "months", "day"),
    [
        (date(2026, 12, 1), 12, date(2025, 12, 1)),
        (date(2027, 2, 28), 1, date(2027, 1, 28)),
        (date(2027, 5, 31), 1, date(2027, 5, 1)),
    ],
)
def test_first_day_of_completion_that_counts_until_a_day(until, months, day):
    assert earliest_to_count(until, months=months) == day
