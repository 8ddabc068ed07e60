from datetime import date

import pytest

from academy.people.rules.spans import Span
from academy.people.rules.vacancies import can_change, can_open, fits

DAYS = Span(date(2026, 11, 2), date(2026, 12, 4))


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (date(2026, 11, 1), "It opens on 2 November 2026. Change that day to open it sooner."),
        (date(2026, 11, 2), ""),
        (date(2026, 12, 4), ""),
        (date(2026, 12, 5), "It closed on 4 December 2026. Change that day to open it after all."),
    ],
)
def test_vacancy_opens_between_its_first_and_last_day(on, reason):
    assert can_open(DAYS, on=on).reason == reason


@pytest.mark.parametrize(
    ("places", "closes_on", "reason"),
    [
        (1, date(2026, 11, 2), ""),
        (99, date(2026, 12, 4), ""),
        (0, date(2026, 12, 4), "Write how many places there are, from 1 to 99."),
        (100, date(2026, 12, 4), "Write how many places there are, from 1 to 99."),
        (1, date(2026, 11, 1), "It opens on 2 November 2026. Give that day or a later one."),
    ],
)
def test_vacancy_has_places_and_days_in_order(places, closes_on, reason):
    assert fits(places=places, most=99, opens_on=date(2026, 11, 2), closes_on=closes_on).reason == reason


@pytest.mark.parametrize(
    ("is_over", "is_open", "opens_on", "reason"),
    [
        (False, False, date(2026, 12, 1), ""),
        (False, True, date(2026, 11, 17), ""),
        (False, True, date(2026, 11, 18), "It is open already. Its first day cannot be a coming one."),
        (
            True,
            False,
            date(2026, 11, 2),
            "Applications are over. It stays as people read it; plan another instead.",
        ),
    ],
)
def test_vacancy_is_changed_until_applications_are_over(is_over, is_open, opens_on, reason):
    decision = can_change(is_over=is_over, is_open=is_open, opens_on=opens_on, on=date(2026, 11, 17))

    assert decision.reason == reason
