from datetime import UTC, date, datetime, timedelta

import pytest

from academy.training.rules.event_days import (
    EXAMPLE,
    LONDON,
    MOST_EVENT_DAYS,
    MOST_PLACE,
    PlannedDay,
    capacity_faults,
    day_faults,
    written_days,
)

AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


def day(text, start="9:30", end="16:30"):
    return written_days(f"{text}, {start} to {end}")[0]


def at(*moment):
    return datetime(*moment, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("8 December 2026, 9:30 to 16:30", PlannedDay(at(2026, 12, 8, 9, 30), at(2026, 12, 8, 16, 30))),
        ("8 Dec 2026, 9.30-16.30", PlannedDay(at(2026, 12, 8, 9, 30), at(2026, 12, 8, 16, 30))),
        ("08/12/2026, 9 until 13", PlannedDay(at(2026, 12, 8, 9), at(2026, 12, 8, 13))),
        ("2026-12-08, 09:30 – 16:30, Room 4", PlannedDay(at(2026, 12, 8, 9, 30), at(2026, 12, 8, 16, 30), "Room 4")),
        (
            "8 December 2026, 9 to 13, Hall, floor 2",
            PlannedDay(at(2026, 12, 8, 9), at(2026, 12, 8, 13), "Hall, floor 2"),
        ),
    ],
)
def test_day_is_read_as_people_write_it(line, expected):
    assert written_days(line) == (expected,)


def test_times_are_clock_time_in_summer_too():
    summer, winter = written_days("\n 24 October 2026, 9:30 to 10 \n\n26 October 2026, 9:30 to 10\n")

    assert (summer.starts_at.astimezone(UTC).hour, winter.starts_at.astimezone(UTC).hour) == (8, 9)


@pytest.mark.parametrize("line", ["8 December 2026, 09:30 to 16:30", "8 December 2026, 09:30 to 16:30, Room 4"])
def test_day_in_words_is_read_again(line):
    assert written_days(line)[0].words == line


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("tomorrow", f"Line 1: write the day, a comma, and from when to when, {EXAMPLE}."),
        ("30 February 2027, 9 to 10", "Line 1: There is no 30 February 2027."),
        (
            "8 December 2026, 9 to 10\n9 December 2026, 9 to 25",
            "Line 2: 25 is no time of day. Write it like 9:30 or 16:30.",
        ),
        ("8 December 2026, 9:3 to 10", "Line 1: 9:3 is no time of day. Write it like 9:30 or 16:30."),
        (f"8 December 2026, 9 to 10, {'x' * (MOST_PLACE + 1)}", "Line 1: use at most 200 characters for the place."),
    ],
)
def test_line_that_is_not_understood_is_named(text, sentence):
    with pytest.raises(ValueError, match="Line") as refused:
        written_days(text)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ((day("8 December 2026"), day("9 December 2026")), ""),
        ((day("8 December 2026", "9", "12"), day("8 December 2026", "12", "16")), ""),
        ((), f"Write at least one day, {EXAMPLE}."),
        ((day("8 December 2026", "16", "9"),), "8 December 2026: the end has to be after the start."),
        ((day("8 December 2026", "9", "9"),), "8 December 2026: the end has to be after the start."),
        (
            (day("9 December 2026"), day("8 December 2026"), day("9 December 2026", "16", "18")),
            "9 December 2026: two days overlap. Give each its own time.",
        ),
        ((day("17 November 2026", "9:30", "10"),), "17 November 2026 is in the past. Choose a day to come."),
        ((day("16 November 2026"), day("8 December 2026")), "16 November 2026 is in the past. Choose a day to come."),
    ],
)
def test_days_that_cannot_be_are_said(days, sentence):
    assert day_faults(days, at=AT) == sentence


def test_event_has_at_most_thirty_days():
    first = day("8 December 2026")
    days = [
        PlannedDay(first.starts_at + timedelta(days=number), first.ends_at + timedelta(days=number))
        for number in range(MOST_EVENT_DAYS + 1)
    ]

    assert (day_faults(days, at=AT), day_faults(days[:-1], at=AT)) == ("An event has at most 30 days. You have 31.", "")
    assert days[-1].on == date(2027, 1, 7)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ({"capacity": 12, "minimum": 1, "taken": 12}, None),
        ({"capacity": 12, "minimum": 12, "taken": 0}, None),
        ({"capacity": -1, "minimum": 1, "taken": 0}, ("capacity", "An event has at least 1 place.")),
        ({"capacity": 0, "minimum": 1, "taken": 0}, ("capacity", "An event has at least 1 place.")),
        (
            {"capacity": 4, "minimum": 1, "taken": 5},
            ("capacity", "5 places are taken. The number of places cannot be lower than that."),
        ),
        ({"capacity": 4, "minimum": 5, "taken": 0}, ("minimum", "Write a number from 1 to 4, the number of places.")),
        ({"capacity": 4, "minimum": 0, "taken": 0}, ("minimum", "Write a number from 1 to 4, the number of places.")),
    ],
)
def test_numbers_that_do_not_fit_are_said_at_their_field(numbers, expected):
    assert capacity_faults(**numbers) == expected
