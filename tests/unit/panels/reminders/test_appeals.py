"""Whoever hears an appeal is reminded of its last day, unless she is tied to the case by now; the lead hears too."""

from datetime import timedelta

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.models import Reminder
from panels.choices.outcomes import AppealState
from panels.models import Appeal
from panels.reminders.appeals import HEARING, OPEN
from tests.factories.identity import TODAY
from tests.factories.panels import AppealFactory, HearerFactory, TieFactory
from tests.factories.panels_outcomes import lead_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearer():
    """Somebody who hears an appeal that is to be answered today."""
    return HearerFactory(appeal=AppealFactory(state=AppealState.HEARD, hear_by=TODAY))


def told(monkeypatch, deadline, days):
    monkeypatch.setattr(finding, "declared", lambda: [deadline])
    finding.note_due(on=TODAY + timedelta(days=days), at=AT)
    rows = Reminder.objects.filter(kind=deadline.key, days=days)
    return sorted(rows.values_list("subject_id", "recipient_id"))


@pytest.mark.parametrize("days", [-7, -2, 0])
def test_hearer_hears_before_and_on_the_day(hearer, monkeypatch, days):
    assert told(monkeypatch, HEARING, days) == [(hearer.pk, hearer.person_id)]


def test_nobody_hears_who_is_tied_or_once_it_is_over(hearer, monkeypatch):
    case = hearer.appeal.decision.case
    TieFactory(case=case, person=hearer.person)
    assert told(monkeypatch, HEARING, -7) == []
    lead_of(case.organisation)
    Appeal.objects.update(state=AppealState.WITHDRAWN)
    assert told(monkeypatch, OPEN, 0) == []


@pytest.mark.parametrize("days", [-7, 0, 2])
def test_lead_hears_of_the_case_around_the_day(hearer, monkeypatch, days):
    case = hearer.appeal.decision.case
    lead = lead_of(case.organisation)
    assert told(monkeypatch, OPEN, days) == [(case.pk, lead.pk)]
