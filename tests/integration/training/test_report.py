"""The academy's report by priority and theme: on the page and as a table, for a period."""

import csv
from datetime import date
from io import StringIO

import pytest
import time_machine

from academy.people.choices import RoleCode
from academy.training.choices import BookingState, EventState, Mark
from academy.training.models import AttendanceMark, FocusTheme
from tests.factories.events import event_of, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, AcademyPageFactory, holder_of, staff_of
from tests.factories.training import CourseFactory, TrainingEventFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
PAGE, TABLE = "/settings/training/report/", "/settings/training/report/table/"
# Queries of the page beyond those every page asks.
REPORT = 8


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return AcademyPageFactory(priorities=["A practice framework", "Career pathways"]).organisation


@pytest.fixture
def academy(council):
    return window_of(holder_of(RoleCode.ACADEMY_LEAD, council))


def came(event, *marks, state=BookingState.ATTENDED):
    """Somebody who came to the event, with a mark for each of its days."""
    booking = on_the_list(event, state=state)
    for day, mark in zip(event.days.order_by("starts_at"), marks, strict=True):
        AttendanceMark.objects.create(booking=booking, day=day, mark=mark, marked_by=booking.person, marked_at=NOW)


def rows_of(response):
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))


def learnt(council):
    """A course of both priorities and a theme that was held once for two days, and one of neither without events."""
    law = CourseFactory(organisation=council, priorities=[1, 2])
    theme = FocusTheme.objects.create(organisation=council, code="s", title="Strengths", from_on=date(2026, 1, 1))
    law.themes.add(theme)
    held = event_of(council, course=law, days=2, state=EventState.HELD)
    came(held, Mark.PRESENT, Mark.LATE)
    came(held, Mark.PART, Mark.ABSENT, state=BookingState.PART)
    on_the_list(held, state=BookingState.NO_SHOW)
    TrainingEventFactory(course=law, state=EventState.CANCELLED, cancelled_because="Ill")
    TrainingEventFactory(course=law, planned=True)
    CourseFactory(organisation=council)


def test_report_counts_by_priority_and_theme_what_was_offered_and_learnt(council, academy):
    learnt(council)
    learnt(OrganisationFactory())
    assert rows_of(academy.get(TABLE)) == [
        ["counted_by", "name", "courses", "events", "places", "attended", "hours"],
        ["priority", "A practice framework", "1", "1", "12", "2", "17.5"],
        ["priority", "Career pathways", "1", "1", "12", "2", "17.5"],
        ["priority", "None named", "1", "0", "0", "0", "0"],
        ["theme", "Strengths", "1", "1", "12", "2", "17.5"],
        ["theme", "None named", "1", "0", "0", "0", "0"],
        ["all", "Everything", "2", "1", "12", "2", "17.5"],
    ]
    page = shown(academy.get(PAGE))
    assert ("1 January 2026 to 31 December 2026" in page, page.count(">17.5</td>")) == (True, 5)
    assert f'href="{TABLE}">CSV, for a spreadsheet</a>' in page


def test_report_of_another_period_counts_what_was_then(council, academy):
    learnt(council)
    CourseFactory(organisation=council, priorities=[1], withdrawn_on=date(2025, 12, 31))
    FocusTheme.objects.create(
        organisation=council, code="o", title="Older", from_on=date(2020, 1, 1), until_on=date(2025, 6, 30)
    )
    period = {"from_on": "1 June 2025", "until_on": "1 July 2025"}

    rows = rows_of(academy.get(TABLE, period))

    assert rows[1:] == [
        ["priority", "A practice framework", "2", "0", "0", "0", "0"],
        ["priority", "Career pathways", "1", "0", "0", "0", "0"],
        ["priority", "None named", "1", "0", "0", "0", "0"],
        ["theme", "Older", "0", "0", "0", "0", "0"],
        ["theme", "None named", "3", "0", "0", "0", "0"],
        ["all", "Everything", "3", "0", "0", "0", "0"],
    ]
    assert "?from_on=1+June+2025&amp;until_on=1+July+2025" in shown(academy.get(PAGE, period))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"from_on": "1 April 2025"}, "1 April 2025 to 31 December 2025"),
        ({"until_on": "31 March 2025"}, "1 January 2025 to 31 March 2025"),
    ],
)
def test_report_without_one_end_is_of_the_year_of_the_other(council, academy, asked, says):
    assert says in shown(academy.get(PAGE, asked))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"from_on": "soon"}, "Write the date with day, month and year"),
        ({"from_on": "2 May 2026", "until_on": "1 May 2026"}, "The last day is before the first."),
    ],
)
def test_period_that_cannot_be_read_is_said_and_the_year_is_shown(council, academy, asked, says):
    page = shown(academy.get(PAGE, asked))
    assert (says in page, "1 January 2026 to 31 December 2026" in page) == (True, True)


def test_name_that_a_spreadsheet_would_calculate_is_text(council, academy):
    FocusTheme.objects.create(organisation=council, code="f", title="=1+1", from_on=date(2026, 1, 1))
    assert rows_of(academy.get(TABLE))[3][1] == "'=1+1"


def test_academy_without_a_page_has_no_priorities(academy, council):
    council.academy_page.delete()
    CourseFactory(organisation=council, priorities=[1])
    assert rows_of(academy.get(TABLE))[1] == ["priority", "None named", "1", "0", "0", "0", "0"]


@pytest.mark.parametrize("number", [1, 3])
def test_report_asks_the_database_as_often_however_much_there_was(council, academy, number):
    for each in range(number):
        course = CourseFactory(organisation=council, priorities=[1])
        theme = FocusTheme.objects.create(organisation=council, code=f"t{each}", title="T", from_on=date(2026, 1, 1))
        course.themes.add(theme)
        came(event_of(council, course=course, state=EventState.HELD), Mark.PRESENT)
    assert own_queries(academy, PAGE) == REPORT


@pytest.mark.parametrize("url", [PAGE, TABLE])
def test_nobody_but_the_academy_sees_the_report(council, url):
    assert window_of(staff_of(council)).get(url).status_code == 403
