"""Whoever is invited to an interview is reminded of it; human resources hear while she waits for an answer."""

from datetime import timedelta

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.models import Reminder
from academy.people.choices import RoleCode
from panels.choices.cases import CaseKind
from panels.models import Appointment
from panels.reminders.appointments import ANSWER, INTERVIEW
from tests.factories.identity import TODAY
from tests.factories.panels import AppointmentFactory, TieFactory, case_in
from tests.factories.people import NOW, holder_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited():
    """Somebody with an interview on the day of the tests."""
    case = case_in("accepted", kind=CaseKind.APPOINTMENT)
    there = {"vacancy": case.vacancy, "interview_at": NOW, "interview_place": "Civic Offices"}
    return AppointmentFactory(case=case, state="invited", **there)


def told(monkeypatch, deadline, days):
    monkeypatch.setattr(finding, "declared", lambda: [deadline])
    finding.note_due(on=TODAY + timedelta(days=days), at=AT)
    rows = Reminder.objects.filter(kind=deadline.key, days=days)
    return sorted(rows.values_list("subject_id", "recipient_id"))


@pytest.mark.parametrize("days", [-7, -1, 0])
def test_she_hears_before_and_on_the_day_of_her_interview(invited, monkeypatch, days):
    assert told(monkeypatch, INTERVIEW, days) == [(invited.case_id, invited.case.person_id)]


def test_nobody_hears_who_is_not_invited(invited, monkeypatch):
    Appointment.objects.update(state="eligible")
    assert told(monkeypatch, INTERVIEW, -1) == []


@pytest.mark.parametrize("days", [3, 10])
def test_human_resources_hear_while_she_waits_for_an_answer(invited, monkeypatch, days):
    tied, staff = (holder_of(RoleCode.HR, invited.case.organisation) for _ in range(2))
    TieFactory(case=invited.case, person=tied)
    assert told(monkeypatch, ANSWER, days) == [(invited.case_id, staff.pk)]


def test_nobody_hears_once_it_is_recorded_how_it_ended(invited, monkeypatch):
    holder_of(RoleCode.HR, invited.case.organisation)
    Appointment.objects.update(
        state="lapsed", decided_at=NOW, decided_by=invited.case.person, words="It was taken back."
    )
    assert told(monkeypatch, ANSWER, 3) == []


def test_lines_lead_to_the_case_and_say_the_day(invited):
    row = {"subject_id": invited.case_id, "about": invited.case.person, "due_on": TODAY}
    own = INTERVIEW.line(Told(is_own=True, on=TODAY, **row))
    staff = ANSWER.line(Told(is_own=False, on=TODAY + timedelta(days=3), **row))
    assert (own.what, own.url) == (
        "Your interview for a post is on 17 November, which is today. Its page says when and where.",
        invited.case.get_absolute_url(),
    )
    assert staff.what == (
        f"{invited.case.person.full_name} waits for an answer after the interview on 17 November, 3 days ago."
    )
