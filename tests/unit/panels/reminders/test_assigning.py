"""Who was asked to judge hears before and after the last day to answer, then who chairs; nobody hears whose case."""

from datetime import timedelta

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.models import Reminder
from panels.models import Assignment
from panels.reminders.assigning import ANSWERING
from tests.factories.identity import TODAY
from tests.factories.panels import AssignmentFactory, MemberFactory, TieFactory, case_in, seat_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    case = case_in("in_review")
    return AssignmentFactory(case=case, person=MemberFactory(panel=case.panel).person, state="asked", answer_by=TODAY)


def heard(monkeypatch, days):
    monkeypatch.setattr(finding, "declared", lambda: [ANSWERING])
    finding.note_due(on=TODAY + timedelta(days=days), at=AT)
    rows = Reminder.objects.filter(kind=ANSWERING.key, days=days)
    return {(row.subject_id, row.recipient_id) for row in rows}


def test_she_hears_first_then_who_chairs_too_then_who_chairs_alone(asked, monkeypatch):
    chair = seat_of(asked.case.panel)
    assert heard(monkeypatch, -1) == {(asked.pk, asked.person_id)}
    assert heard(monkeypatch, 1) == {(asked.pk, asked.person_id), (asked.pk, chair.pk)}
    assert heard(monkeypatch, 4) == {(asked.pk, chair.pk)}


def test_chair_who_is_out_of_the_case_hears_nothing_and_the_next_one_does(asked, monkeypatch):
    other = MemberFactory(panel=asked.case.panel, seat="chair").person
    TieFactory(case=asked.case, person=seat_of(asked.case.panel))
    assert heard(monkeypatch, 4) == {(asked.pk, other.pk)}


@pytest.mark.parametrize("change", [{"state": "accepted"}, {"kind": "look"}])
def test_nobody_hears_of_what_is_answered_or_is_another_look(asked, monkeypatch, change):
    Assignment.objects.update(**change)
    assert heard(monkeypatch, 1) == set()


def test_nobody_hears_of_a_case_she_is_out_of_or_that_is_not_reviewed(asked, monkeypatch):
    tie = TieFactory(case=asked.case, person=asked.person)
    assert heard(monkeypatch, 1) == set()
    tie.delete()
    asked.case.state = "withdrawn"
    asked.case.save()
    assert heard(monkeypatch, 1) == set()


def test_line_names_no_candidate(asked):
    said = {"subject_id": asked.pk, "about": asked.person, "due_on": TODAY}
    own = ANSWERING.line(Told(is_own=True, on=TODAY - timedelta(days=1), **said))
    chair = ANSWERING.line(Told(is_own=False, on=TODAY + timedelta(days=1), **said))
    assert (own.what, own.url) == (
        "Whether you judge a case you were asked for is to be said by 17 November, which is tomorrow.",
        f"/panels/assignments/{asked.pk}/answer/",
    )
    waits = f"{asked.person.full_name} has not said whether she judges a case."
    assert (chair.what, chair.url) == (
        f"{waits} It was to be said by 17 November, which was yesterday.",
        f"/panels/assignments/{asked.pk}/take-off/",
    )
