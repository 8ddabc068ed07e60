"""What a nudge says, and how often somebody gets one."""

from datetime import date, timedelta

import pytest

from asye.rules.nudges import too_soon, words_of

ON = date(2026, 11, 23)


@pytest.mark.parametrize(("whose", "year"), [("Priya Nandakumar", "Priya Nandakumar’s ASYE"), ("", "Your ASYE")])
def test_nudge_says_what_it_waits_for_and_since_when(whose, year):
    said = words_of(whose=whose, what="to sign the agreement", since_on=date(2026, 11, 11))
    assert said == f"{year} waits for you to sign the agreement, since 11 November 2026."


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (None, ""),
        (6, "The last nudge went on 17 November 2026. The next can go on 24 November 2026."),
        (7, ""),
    ],
)
def test_next_nudge_goes_a_week_after_the_last(days, expected):
    assert too_soon(None if days is None else ON - timedelta(days=days), on=ON) == expected
