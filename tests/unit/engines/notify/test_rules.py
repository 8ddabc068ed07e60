from datetime import UTC, datetime, timedelta

import pytest

from academy.engines.notify.rules import MAX_ATTEMPTS, due_after_failure

# An hour before the clocks go back: pauses are real minutes.
AT = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 5), (3, 15), (4, 60), (5, 240), (6, 720)])
def test_pause_grows_with_the_attempts(attempts, minutes):
    assert due_after_failure(attempts, at=AT) == AT + timedelta(minutes=minutes)


@pytest.mark.parametrize("attempts", [7, 8])
def test_after_the_last_attempt_it_is_given_up(attempts):
    assert (MAX_ATTEMPTS, due_after_failure(attempts, at=AT)) == (7, None)
