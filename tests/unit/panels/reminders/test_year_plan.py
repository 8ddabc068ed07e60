"""The last day of an action, for whoever sees to it; when it is late for the academy lead too."""

from datetime import timedelta

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.models import Reminder
from academy.people.choices import RoleCode
from panels.reminders.year_plan import ACTION_DUE
from tests.factories.panel_themes import ActionFactory
from tests.factories.people import NOW, TODAY, holder_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    """Who hears of an action on a day, at the latest of its offsets."""

    def on(day):
        monkeypatch.setattr(finding, "declared", lambda: [ACTION_DUE])
        finding.note_due(on=day, at=AT)
        rows = Reminder.objects.filter(kind=ACTION_DUE.key)
        latest = max((row.days for row in rows), default=None)
        return {(row.days, row.recipient_id) for row in rows if row.days == latest}

    return on


@pytest.mark.parametrize("days", [-28, -7, 0])
def test_whoever_sees_to_it_hears_before_the_day(heard, days):
    action = ActionFactory(due_on=TODAY)
    holder_of(RoleCode.ACADEMY_LEAD, action.organisation)
    assert heard(TODAY + timedelta(days=days)) == {(days, action.owner_id)}


def test_lead_of_the_organisation_hears_too_once_it_is_late(heard):
    action = ActionFactory(due_on=TODAY)
    lead = holder_of(RoleCode.ACADEMY_LEAD, action.organisation)
    holder_of(RoleCode.ACADEMY_LEAD, ActionFactory(due_on=TODAY + timedelta(days=99)).organisation)
    assert heard(TODAY + timedelta(days=7)) == {(7, action.owner_id), (7, lead.pk)}


def test_nobody_hears_of_an_action_that_has_ended(heard):
    action = ActionFactory(due_on=TODAY, state="closed", ended_at=NOW, ended_words="Held.")
    holder_of(RoleCode.ACADEMY_LEAD, action.organisation)
    assert heard(TODAY + timedelta(days=7)) == set()


@pytest.mark.parametrize(
    ("days", "is_own", "says"),
    [
        (-7, True, "An action of the year’s plan of moderation that you see to is due by"),
        (7, False, "An action of the year’s plan of moderation that NAME sees to was due by"),
    ],
)
def test_line_says_whose_it_is_and_leads_to_it(days, is_own, says):
    owner = ActionFactory().owner
    told = Told(subject_id=7, about=owner, is_own=is_own, due_on=TODAY, on=TODAY + timedelta(days=days))
    line = ACTION_DUE.line(told)
    assert line.what.replace(owner.full_name, "NAME").startswith(says)
    assert line.url == "/panels/moderation/plan/7/"
