from datetime import date

import pytest

from academy.development.rules.supervisions import (
    Rhythm,
    can_be_held,
    can_lock,
    in_weeks,
    next_day,
    rhythm_of,
)
from academy.people.rules.spans import Span
from tests.factories.people import NOW

TODAY, FROM = date(2026, 11, 17), date(2026, 4, 1)
MAY = Span(date(2026, 5, 3), date(2026, 5, 20))


@pytest.mark.parametrize(
    ("every_weeks", "last_on", "away", "due_on", "pauses"),
    [
        (4, None, [], date(2026, 4, 29), ""),
        (4, date(2026, 4, 20), [], date(2026, 5, 18), ""),
        (4, date(2026, 4, 20), [MAY], date(2026, 6, 5), "paused: away 3 to 20 May 2026"),
        # Six days pause nothing, a week does.
        (4, date(2026, 4, 20), [Span(date(2026, 5, 4), date(2026, 5, 9))], date(2026, 5, 18), ""),
        (
            4,
            date(2026, 4, 20),
            [Span(date(2026, 5, 4), date(2026, 5, 10))],
            date(2026, 5, 25),
            "paused: away 4 to 10 May 2026",
        ),
        # Time away before the last session, or after the day it is due, pauses nothing.
        (4, date(2026, 5, 21), [MAY], date(2026, 6, 18), ""),
        (1, date(2026, 4, 20), [MAY], date(2026, 4, 27), ""),
        # Over the end of a month and of a year, a leap day and the change of the clocks.
        (
            4,
            date(2027, 12, 20),
            [Span(date(2027, 12, 24), date(2028, 1, 2))],
            date(2028, 1, 27),
            "paused: away 24 December 2027 to 2 January 2028",
        ),
        (2, date(2028, 2, 20), [], date(2028, 3, 5), ""),
        (2, date(2026, 3, 22), [], date(2026, 4, 5), ""),
        # Without a last day it goes on up to today.
        (4, date(2026, 11, 2), [Span(date(2026, 11, 9))], date(2026, 12, 9), "paused: away since 9 November 2026"),
        (
            4,
            date(2026, 4, 20),
            [Span(date(2026, 5, 28), date(2026, 6, 4)), MAY],
            date(2026, 6, 13),
            "paused: away 3 to 20 May 2026; 28 May 2026 to 4 June 2026",
        ),
    ],
)
def test_next_session_is_due_so_many_weeks_on_and_time_away_pauses(every_weeks, last_on, away, due_on, pauses):
    rhythm = rhythm_of(from_on=FROM, every_weeks=every_weeks, last_on=last_on, away=away, on=TODAY)

    assert (rhythm.last_on, rhythm.due_on, rhythm.pauses) == (last_on, due_on, pauses)


@pytest.mark.parametrize(("day", "late"), [(date(2026, 11, 24), False), (date(2026, 11, 25), True)])
def test_rhythm_is_late_after_a_week_of_grace(day, late):
    assert Rhythm(None, TODAY).is_late(day) is late


@pytest.mark.parametrize(
    ("due_on", "away", "day"),
    [
        (date(2026, 11, 20), [], date(2026, 11, 20)),
        (date(2026, 11, 21), [], date(2026, 11, 23)),
        (date(2026, 10, 1), [], date(2026, 11, 18)),
        (date(2026, 11, 19), [Span(date(2026, 11, 18), date(2026, 11, 24))], date(2026, 11, 25)),
        (date(2026, 11, 19), [Span(date(2026, 11, 18))], date(2026, 11, 19)),
    ],
)
def test_day_suggested_is_a_working_day_to_come_on_which_nobody_is_away(due_on, away, day):
    assert next_day(Rhythm(None, due_on), away=away, on=TODAY) == day


@pytest.mark.parametrize(
    ("held_on", "reason"),
    [
        (FROM, ""),
        (TODAY, ""),
        (date(2026, 11, 18), "This day has not come yet. Note the session once it was held."),
        (date(2026, 3, 31), "The agreement began on 1 April 2026. Choose a day since then."),
    ],
)
def test_session_is_held_between_the_agreement_and_today(held_on, reason):
    assert can_be_held(held_on, since=FROM, on=TODAY).reason == reason


def test_second_signature_locks():
    assert (can_lock(other_signed_at=NOW).allowed, can_lock(other_signed_at=None).allowed) == (True, False)


def test_rhythm_in_words():
    assert (in_weeks(1), in_weeks(4)) == ("week", "4 weeks")
