from datetime import date, timedelta

import pytest

from academy.development.rules.peer_sessions import can_have_come, can_join, can_note, can_plan, next_by

TODAY = date(2026, 11, 17)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("held_on", "reason"),
    [
        (TODAY - DAY, "This day is past. Give today or a day to come."),
        (TODAY, ""),
        (TODAY + 366 * DAY, ""),
        (TODAY + 367 * DAY, "This is more than a year away. Give a nearer day."),
    ],
)
def test_session_is_planned_within_a_year_from_today(held_on, reason):
    assert can_plan(held_on=held_on, today=TODAY).reason == reason


@pytest.mark.parametrize(
    ("is_planned", "held_on", "reason"),
    [
        (True, TODAY, ""),
        (True, TODAY - DAY, "This session was on an earlier day. Who led it notes who came."),
        (False, TODAY + DAY, "This session is over or cancelled. Choose one that is still to come."),
    ],
)
def test_session_is_joined_while_it_is_still_to_come(is_planned, held_on, reason):
    assert can_join(is_planned=is_planned, held_on=held_on, today=TODAY).reason == reason


def test_who_came_is_noted_on_the_day_and_not_before():
    assert can_note(held_on=TODAY, today=TODAY).allowed
    assert can_note(held_on=TODAY + DAY, today=TODAY).reason.startswith("This day is still to come.")


def test_only_who_is_shown_can_have_come():
    assert can_have_come(said=[1, 2], known=[1, 2, 3]).allowed
    assert can_have_come(said=[4], known=[1]).reason == "Choose from the colleagues shown."


@pytest.mark.parametrize(
    ("latest", "expected"),
    [(None, TODAY), (date(2026, 10, 3), date(2026, 12, 26)), (date(2026, 6, 1), TODAY)],
)
def test_next_session_keeps_the_rhythm_until_a_day(latest, expected):
    assert next_by(latest, weeks=12, today=TODAY) == expected
