"""Workshops a month, groups every fortnight, courses by their day."""

from datetime import date, timedelta

import pytest

from academy.people.rules.spans import Span
from asye.rules.groups import came_to, course_done, stretches
from asye.rules.parts_of_policy import Group, InductionCourse

START = date(2026, 1, 31)
YEAR = Span(START, date(2027, 1, 30))
MONTHLY = Group(code="workshops", title="Workshops", every_months=1)
FORTNIGHTLY = Group(code="groups", title="Groups", every_weeks=2)
OPEN = Group(code="research", title="Research")


def test_months_end_with_the_month_and_stop_with_the_year():
    found = stretches(MONTHLY, YEAR, on=date(2030, 1, 1))

    assert (len(found), found[0], found[1]) == (
        12,
        Span(START, date(2026, 2, 27)),
        Span(date(2026, 2, 28), date(2026, 3, 30)),
    )


@pytest.mark.parametrize(
    ("group", "on", "count"),
    [
        pytest.param(FORTNIGHTLY, START + timedelta(days=13), 1, id="first-fortnight"),
        pytest.param(FORTNIGHTLY, START + timedelta(days=14), 2, id="second"),
        pytest.param(OPEN, date(2026, 6, 1), 0, id="no-rhythm"),
        pytest.param(MONTHLY, START - timedelta(days=1), 0, id="before-the-year"),
    ],
)
def test_stretches_that_have_begun(group, on, count):
    assert len(stretches(group, YEAR, on=on)) == count


@pytest.mark.parametrize(
    ("group", "days", "have", "need", "word"),
    [
        pytest.param(MONTHLY, (date(2026, 2, 10), date(2026, 2, 20)), 1, 2, "1 missed", id="twice-in-a-month-is-one"),
        pytest.param(MONTHLY, (date(2026, 2, 10), date(2026, 3, 2)), 2, 2, "Came", id="each-month"),
        pytest.param(MONTHLY, (date(2026, 1, 10),), 0, 2, "2 missed", id="before-the-year-counts-nothing"),
        pytest.param(OPEN, (date(2026, 2, 10), date(2026, 2, 20)), 2, 0, "Came", id="without-a-rhythm"),
        pytest.param(OPEN, (), 0, 0, "Not yet", id="not-yet"),
    ],
)
def test_came_to(group, days, have, need, word):
    came = came_to(group, YEAR, days, away=(), on=date(2026, 4, 10))

    assert (came.have, came.need, came.state.word) == (have, need, word)


def test_a_month_away_is_none_missed():
    came = came_to(MONTHLY, YEAR, (), away=(Span(date(2026, 2, 2), date(2026, 3, 30)),), on=date(2026, 4, 10))

    assert (came.need, came.state.word) == (0, "Not yet")


@pytest.mark.parametrize(
    ("done_on", "on", "word"),
    [(date(2025, 6, 1), START, "Done"), (None, date(2026, 5, 2), "Not yet"), (None, date(2026, 5, 3), "Late")],
)
def test_course_is_due_weeks_after_the_start(done_on, on, word):
    course = course_done(InductionCourse(course="mca", title="MCA"), starts_on=START, done_on=done_on)

    assert (course.due_on, course.state(on).word) == (date(2026, 5, 2), word)
