from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from academy.desk.rules import greeting


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (0, 0, "Good morning"),
        (11, 59, "Good morning"),
        (12, 0, "Good afternoon"),
        (17, 59, "Good afternoon"),
        (18, 0, "Good evening"),
        (23, 59, "Good evening"),
    ],
)
def test_greeting_at_an_hour_fits_it(hour, minute, words):
    assert greeting(datetime(2026, 11, 17, hour, minute, tzinfo=ZoneInfo("Europe/London"))) == words
