"""What is to be mended by a day: the candidate hears once for all of it, and afterwards who asked."""

from datetime import timedelta

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.models import Reminder
from academy.people.choices import RoleCode
from panels.choices.cases import CaseState
from panels.choices.panels import Seat
from panels.models import AskedItem, Member
from panels.reminders.checking import MENDING
from tests.factories.identity import TODAY
from tests.factories.panels import TieFactory, case_in, seat_of
from tests.factories.people import NOW, holder_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """Two things to mend by today."""
    made = case_in(CaseState.CHANGES_ASKED)
    clerk = seat_of(made.panel, Seat.CLERK)
    said = {"title": "Every piece", "reason": "One lacks.", "due_on": TODAY, "asked_by": clerk, "asked_at": NOW}
    for code in ("pieces", "report"):
        AskedItem.objects.create(case=made, code=code, **said)
    return made


def heard(monkeypatch, days):
    monkeypatch.setattr(finding, "declared", lambda: [MENDING])
    finding.note_due(on=TODAY + timedelta(days=days), at=AT)
    rows = Reminder.objects.filter(kind=MENDING.key, days=days)
    return sorted((row.subject_id, row.recipient_id) for row in rows)


@pytest.mark.parametrize("days", [-3, 0])
def test_candidate_hears_once_before_and_on_the_day(case, monkeypatch, days):
    assert heard(monkeypatch, days) == [(case.pk, case.person_id)]


def test_who_asked_hears_once_it_is_over(case, monkeypatch):
    clerk = seat_of(case.panel, Seat.CLERK)
    assert heard(monkeypatch, 2) == sorted([(case.pk, case.person_id), (case.pk, clerk.pk)])


def test_who_asked_and_looks_no_more_cases_through_or_is_tied_hears_nothing(case, monkeypatch):
    clerk = seat_of(case.panel, Seat.CLERK)
    Member.objects.filter(person=clerk).delete()
    assert heard(monkeypatch, 2) == [(case.pk, case.person_id)]
    holder_of(RoleCode.PANEL_CLERK, case.organisation, person=clerk)
    TieFactory(case=case, person=clerk)
    assert heard(monkeypatch, 2) == [(case.pk, case.person_id)]


def test_nobody_hears_of_what_is_mended_or_of_a_case_that_was_withdrawn(case, monkeypatch):
    AskedItem.objects.update(state="mended", mended_at=NOW)
    assert heard(monkeypatch, 0) == []
    AskedItem.objects.update(state="asked", mended_at=None)
    type(case).objects.filter(pk=case.pk).update(state=CaseState.WITHDRAWN)
    assert heard(monkeypatch, 0) == []


def test_line_never_says_what_is_to_be_mended(case):
    said = {"subject_id": case.pk, "about": case.person, "due_on": TODAY}
    own = MENDING.line(Told(is_own=True, on=TODAY, **said))
    other = MENDING.line(Told(is_own=False, on=TODAY + timedelta(days=2), **said))
    assert own.what == "What is asked for in your case is to be mended by 17 November, which is today."
    assert (other.what, other.url) == (
        f"What you asked of {case.person.full_name} was to be mended by 17 November, 2 days ago.",
        case.get_absolute_url(),
    )
