"""How much somebody has and how long it takes, counted by hand."""

from datetime import date, timedelta

import pytest

from panels.choices.judging import AssignmentState
from panels.rules.turnaround import Given, Turnaround, turnaround_of

ASKED = date(2026, 11, 2)
ANSWER_BY, DUE = date(2026, 11, 7), date(2026, 11, 23)


def given(state, answered=None, done=None):
    def later(days):
        return None if days is None else ASKED + timedelta(days=days)

    dates = {"asked_on": ASKED, "answer_by": ANSWER_BY, "due_on": DUE}
    return Given(state=AssignmentState(state), answered_on=later(answered), done_on=later(done), **dates)


@pytest.mark.parametrize(
    ("state", "on", "is_late"),
    [
        ("asked", ANSWER_BY, False),
        ("asked", ANSWER_BY + timedelta(days=1), True),
        ("accepted", DUE, False),
        ("accepted", DUE + timedelta(days=1), True),
        ("done", DUE + timedelta(days=1), False),
        ("declined", DUE + timedelta(days=1), False),
        ("taken_off", DUE + timedelta(days=1), False),
    ],
)
def test_late_is_what_waits_after_its_last_day(state, on, is_late):
    assert given(state).is_late(on) is is_late


def test_medians_count_only_what_was_answered_and_handed_in():
    rows = [
        given("done", 1, 10),
        given("done", 2, 13),
        given("done", None, 21),
        given("accepted", 5),
        given("asked"),
        given("declined", 3),
        given("taken_off"),
    ]
    assert turnaround_of(rows, on=ANSWER_BY + timedelta(days=1)) == Turnaround(
        asked=7, waiting=1, in_hand=1, done=3, declined=1, late=1, days_to_answer=2.5, days_to_hand_in=13.0
    )


def test_nothing_given_has_no_medians():
    assert turnaround_of([], on=ASKED) == Turnaround(
        asked=0, waiting=0, in_hand=0, done=0, declined=0, late=0, days_to_answer=None, days_to_hand_in=None
    )
