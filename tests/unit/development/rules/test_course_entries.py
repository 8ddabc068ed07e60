from datetime import date, timedelta
from decimal import Decimal

import pytest

from academy.development.rules.course_entries import Learning, offered_token

DAY = date(2026, 11, 10)


def learning(length):
    return Learning(origin="training.booking/1", title="A day", started_on=DAY, ended_on=DAY, length=length)


@pytest.mark.parametrize(
    ("length", "hours"),
    [
        (timedelta(hours=7), Decimal("7.00")),
        (timedelta(hours=1, minutes=35), Decimal("1.50")),
        (timedelta(hours=1, minutes=38), Decimal("1.75")),
        (timedelta(minutes=5), Decimal("0.00")),
        (timedelta(days=100), Decimal("999.00")),
        (timedelta(), None),
        (None, None),
    ],
)
def test_hours_are_quarters_of_what_it_took(length, hours):
    assert learning(length).hours == hours


def test_token_is_the_origins_own():
    assert learning(None).token == offered_token("training.booking/1")
    assert offered_token("training.booking/1") != offered_token("training.booking/2")
