"""Whoever has a case to judge hears before, on and after the day; then who chairs, if nothing connects her."""

from datetime import timedelta

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.models import Reminder
from academy.people.choices import RoleCode
from panels.models import Assignment, Case
from panels.reminders.judging import JUDGING
from tests.factories.identity import TODAY
from tests.factories.judging import in_review
from tests.factories.panels import TieFactory, seat_of
from tests.factories.people import holder_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def given():
    """One case to be judged by today."""
    _, (only,) = in_review(reviewers=1)
    Assignment.objects.update(due_on=TODAY)
    only.refresh_from_db()
    return only


def heard(monkeypatch, days):
    monkeypatch.setattr(finding, "declared", lambda: [JUDGING])
    finding.note_due(on=TODAY + timedelta(days=days), at=AT)
    return sorted(Reminder.objects.filter(kind=JUDGING.key, days=days).values_list("subject_id", "recipient_id"))


@pytest.mark.parametrize("days", [-7, -2, 0, 1])
def test_reviewer_alone_hears_around_the_day(given, monkeypatch, days):
    assert heard(monkeypatch, days) == [(given.pk, given.person_id)]


def test_chair_hears_three_days_late_and_the_lead_where_the_chair_is_out(given, monkeypatch):
    chair = seat_of(given.case.panel)
    assert heard(monkeypatch, 3) == sorted([(given.pk, given.person_id), (given.pk, chair.pk)])


def test_lead_hears_where_the_chair_is_out_of_the_case(given, monkeypatch):
    TieFactory(case=given.case, person=seat_of(given.case.panel))
    lead = holder_of(RoleCode.ACADEMY_LEAD, given.case.organisation)
    assert heard(monkeypatch, 3) == sorted([(given.pk, given.person_id), (given.pk, lead.pk)])


def test_nobody_hears_of_what_is_handed_in_or_of_a_case_that_went_on(given, monkeypatch):
    Case.objects.update(state="deferred", put_off_because="She is on leave.")
    assert heard(monkeypatch, 0) == []
    Case.objects.update(state="in_review")
    Assignment.objects.update(state="done", done_at=AT)
    assert heard(monkeypatch, 0) == []


@pytest.mark.parametrize(
    ("is_own", "days", "says"),
    [
        (True, 1, "A case you were given to judge is to be handed in by {day}."),
        (True, -1, "A case you were given to judge was to be handed in by {day}."),
        (False, -3, "What {name} was given to judge was to be handed in by {day}."),
    ],
)
def test_line_never_says_whose_case_it_is(given, is_own, days, says):
    due = TODAY + timedelta(days=days)
    line = JUDGING.line(Told(given.pk, given.person, is_own, due, TODAY))
    start, end = says.format(day="|", name=given.person.full_name).split("|")
    assert (line.what.startswith(start), line.what.endswith(end)) == (True, True)
    assert given.case.person.family_name not in line.what
    assert line.url == given.get_absolute_url()
