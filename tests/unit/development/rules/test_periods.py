from datetime import date

import pytest

from academy.development.rules.periods import Span, parts_of, registration_began, span_of

DAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("on", "regulator", "began"),
    [
        (date(2026, 11, 30), "swe", date(2025, 12, 1)),
        (date(2026, 12, 1), "swe", date(2026, 12, 1)),
        (date(2028, 2, 29), "", date(2027, 12, 1)),
        (date(2025, 10, 31), "hcpc", date(2023, 11, 1)),
        (date(2025, 11, 1), "hcpc", date(2025, 11, 1)),
        (date(2026, 10, 31), "hcpc", date(2025, 11, 1)),
        (date(2026, 11, 1), "hcpc", date(2025, 11, 1)),
        (date(2027, 10, 31), "hcpc", date(2025, 11, 1)),
        (date(2027, 11, 1), "hcpc", date(2027, 11, 1)),
    ],
)
def test_registration_began_on_the_regulators_first_day(on, regulator, began):
    assert registration_began(on, regulator=regulator) == began


@pytest.mark.parametrize(
    ("period", "on", "span"),
    [
        ("registration", DAY, Span(date(2025, 12, 1), DAY)),
        ("two_years", DAY, Span(date(2024, 11, 18), DAY)),
        ("two_years", date(2028, 2, 29), Span(date(2026, 3, 1), date(2028, 2, 29))),
        ("everything", DAY, Span(date(1970, 1, 1), DAY)),
    ],
)
def test_span_of_a_period_ends_today(period, on, span):
    assert span_of(period, on=on, regulator="swe") == span
    assert span.is_everything is (period == "everything")


def test_span_of_an_unknown_period_is_a_bug():
    with pytest.raises(ValueError, match="lately"):
        span_of("lately", on=DAY, regulator="")


@pytest.mark.parametrize(
    ("sizes", "cuts"),
    [
        ([], [slice(0, 0)]),
        ([10], [slice(0, 1)]),
        ([1] * 200, [slice(0, 200)]),
        ([1] * 201, [slice(0, 200), slice(200, 201)]),
        ([200_000, 100_000, 1], [slice(0, 2), slice(2, 3)]),
        ([400_000, 1, 400_000], [slice(0, 1), slice(1, 2), slice(2, 3)]),
    ],
)
def test_parts_of_a_record_hold_200_entries_and_300_000_characters_at_most(sizes, cuts):
    assert parts_of(sizes) == cuts
