from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.engines.requirements.spans import ALWAYS, Span, enough, first_from, together

FIRST = date(2026, 1, 1)


def day(number):
    return FIRST + timedelta(days=number)


def span(first, last=None):
    return Span(day(first), None if last is None else day(last))


SPANS = st.builds(span, st.integers(0, 30), st.none() | st.integers(0, 30))


@pytest.mark.parametrize(
    ("parts", "least", "expected"),
    [
        ([], 0, (ALWAYS,)),
        ([], 1, ()),
        ([span(1, 5), span(3, 8)], 1, (span(1, 8),)),
        ([span(1, 5), span(3, 8)], 2, (span(3, 5),)),
        ([span(1, 5), span(6, 8)], 1, (span(1, 8),)),
        ([span(1, 5), span(7, 8)], 1, (span(1, 5), span(7, 8))),
        ([span(1), span(4)], 2, (span(4),)),
        ([span(5, 4)], 1, ()),
        ([Span(FIRST, date.max)], 1, (Span(FIRST),)),
    ],
)
def test_stretches_on_which_so_many_hold(parts, least, expected):
    assert together([[part] for part in parts], least=least) == expected


def test_what_is_more_weighs_more():
    parts = [(span(1, 9), Decimal(30)), (span(3, 5), Decimal(20)), (span(4, 7), Decimal(10))]

    assert enough(parts, least=60) == (span(4, 5),)


def test_first_day_from_a_day_on():
    assert first_from((span(1, 5), span(8)), day(3)) == day(3)
    assert first_from((span(1, 5), span(8)), day(6)) == day(8)
    assert first_from((span(1, 5),), day(6)) is None


@given(st.lists(SPANS, max_size=6), st.integers(1, 4), st.integers(0, 32))
def test_day_lies_in_a_stretch_when_enough_hold_on_it(parts, least, number):
    found = together([[part] for part in parts], least=least)

    assert any(each.holds(day(number)) for each in found) == (sum(part.holds(day(number)) for part in parts) >= least)
