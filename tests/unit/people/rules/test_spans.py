from datetime import date

import pytest

from academy.people.rules.spans import Span, day_before, first_overlapping, in_words, unbroken, within

MAY = Span(date(2024, 5, 1), date(2024, 5, 31))


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2024, 4, 30), False),
        (date(2024, 5, 1), True),
        (date(2024, 5, 31), True),
        (date(2024, 6, 1), False),
    ],
)
def test_span_holds_on_both_its_ends(day, holds):
    assert MAY.holds_on(day) is holds


def test_span_without_last_day_goes_on():
    assert Span(date(2024, 2, 29)).holds_on(date(2099, 1, 1)) is True
    assert Span(date(2024, 2, 29)).holds_on(date(2024, 2, 28)) is False


@pytest.mark.parametrize(
    ("other", "overlaps"),
    [
        (Span(date(2024, 4, 1), date(2024, 4, 30)), False),
        (Span(date(2024, 4, 1), date(2024, 5, 1)), True),
        (Span(date(2024, 5, 31), date(2024, 6, 30)), True),
        (Span(date(2024, 6, 1), None), False),
        (Span(date(2024, 5, 31), None), True),
        (Span(date(2024, 5, 10), date(2024, 5, 11)), True),
        (Span(date(2020, 1, 1), None), True),
    ],
)
def test_overlap_is_a_shared_day_and_the_same_from_both_sides(other, overlaps):
    assert (MAY.overlaps(other), other.overlaps(MAY)) == (overlaps, overlaps)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2024, 3, 1), date(2024, 2, 29)),
        (date(2023, 3, 1), date(2023, 2, 28)),
        (date(2024, 1, 1), date(2023, 12, 31)),
        (date(2024, 5, 1), date(2024, 4, 30)),
    ],
)
def test_day_before_crosses_months_and_years(day, before):
    assert day_before(day) == before


def test_first_overlapping_is_the_earliest():
    early, late = Span(date(2024, 4, 1), date(2024, 5, 2)), Span(date(2024, 5, 20))

    assert first_overlapping(MAY, [late, early]) == early
    assert first_overlapping(MAY, [Span(date(2024, 6, 1))]) is None


def test_day_in_words_has_no_leading_nought():
    assert in_words(date(2024, 2, 9)) == "9 February 2024"


JUNE = Span(date(2024, 6, 1), date(2024, 6, 30))


@pytest.mark.parametrize(
    ("spans", "stretches"),
    [
        ([], []),
        ([MAY], [MAY]),
        ([JUNE, MAY], [Span(date(2024, 5, 1), date(2024, 6, 30))]),
        ([MAY, Span(date(2024, 6, 2))], [MAY, Span(date(2024, 6, 2))]),
        ([MAY, Span(date(2024, 5, 10), date(2024, 5, 20))], [MAY]),
        ([MAY, Span(date(2024, 5, 31)), Span(date(2026, 1, 1))], [Span(date(2024, 5, 1))]),
    ],
)
def test_spans_without_a_day_between_are_one_stretch(spans, stretches):
    assert unbroken(spans) == stretches


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (Span(date(2024, 5, 10)), Span(date(2024, 5, 10), date(2024, 5, 31))),
        (Span(date(2023, 1, 1), date(2024, 5, 1)), Span(date(2024, 5, 1), date(2024, 5, 1))),
        (JUNE, None),
    ],
)
def test_days_in_both_of_two_spans_are_the_same_from_both_sides(other, shared):
    assert (within(MAY, other), within(other, MAY)) == (shared, shared)


def test_days_in_both_of_two_spans_that_go_on_go_on():
    assert within(Span(date(2024, 5, 1)), Span(date(2025, 5, 1))) == Span(date(2025, 5, 1))
