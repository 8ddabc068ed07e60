"""Once a week who chairs, clerks or leads hears how many cases wait too long; nothing of one she is out of."""

from datetime import timedelta

import pytest

from academy.engines.reminders import finding
from academy.engines.reminders.deadlines import Told
from academy.engines.reminders.models import Reminder
from academy.people.choices import RoleCode
from panels.models import Case, Member
from panels.reminders.stuck import MOVED_ON, STUCK
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import MemberFactory, TieFactory, case_in, panel_of, seat_of
from tests.factories.people import NOW, TODAY, holder_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db
LONG_AGO = NOW - timedelta(days=40)
MONDAY = TODAY - timedelta(days=TODAY.weekday())


@pytest.fixture
def panel():
    return panel_of(OrganisationFactory())


def waits(panel, state="in_review", **said):
    return case_in(state, panel=panel, moved_at=LONG_AGO, **said)


@pytest.fixture
def heard(monkeypatch):
    """Who hears on a day."""

    def on(day=TODAY):
        monkeypatch.setattr(finding, "declared", lambda: [STUCK])
        finding.note_due(on=day, at=AT)
        return set(Reminder.objects.filter(kind=STUCK.key).values_list("recipient_id", flat=True))

    return on


def line(panel, person):
    told = STUCK.line(Told(panel.organisation_id, person, True, MONDAY, TODAY))
    return told.what, told.url


def test_chair_clerk_and_lead_hear_and_nobody_else_does(panel, heard):
    waits(panel)
    roles = (RoleCode.ACADEMY_LEAD, RoleCode.PANEL_CLERK, RoleCode.ASYE_COORDINATOR, RoleCode.HR)
    lead, clerk, _, _ = (holder_of(role, panel.organisation) for role in roles)
    holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory())
    MemberFactory(panel=panel, seat="clerk", sort="guest")
    assert heard() == {seat_of(panel).pk, seat_of(panel, "clerk").pk, lead.pk, clerk.pk}


def test_co_ordinator_hears_of_asyes_under_moderation(heard):
    panel = panel_of(OrganisationFactory(), purpose="moderation")
    waits(panel, kind="moderation")
    holder = holder_of(RoleCode.ASYE_COORDINATOR, panel.organisation)
    Member.objects.all().delete()
    assert heard() == {holder.pk}


def test_chair_who_is_out_of_the_only_case_hears_nothing_and_her_count_leaves_it_out(panel, heard):
    case, chair, clerk = waits(panel), seat_of(panel), seat_of(panel, "clerk")
    TieFactory(case=case, person=chair)
    assert heard() == {clerk.pk}

    waits(panel, "reviews_in")
    waits(panel, "reviews_in")

    assert heard() == {clerk.pk, chair.pk}
    says = "{} before a panel wait longer than its rules allow: {}."
    assert line(panel, chair) == (says.format("2 cases", "2 for the chair"), "/panels/reports/stuck/")
    both = "2 for the chair and 1 for the reviewers"
    assert line(panel, clerk) == (says.format("3 cases", both), "/panels/reports/stuck/")


def test_lead_hears_nothing_of_her_own_case(panel, heard):
    lead = holder_of(RoleCode.ACADEMY_LEAD, panel.organisation)
    waits(panel, person=lead)
    assert lead.pk not in heard()
    assert line(panel, lead)[0] == MOVED_ON


def test_one_case_is_told_as_one(panel):
    waits(panel)
    said, _ = line(panel, seat_of(panel))
    assert said == "1 case before a panel waits longer than its rules allow: 1 for the reviewers."


def test_she_hears_once_in_a_week_and_again_in_the_next(panel, heard):
    waits(panel)
    chair = seat_of(panel)
    for day in (MONDAY, MONDAY + timedelta(days=4), MONDAY + timedelta(days=7)):
        heard(day)
    days = Reminder.objects.filter(recipient=chair).order_by("due_on").values_list("due_on", flat=True)
    assert list(days) == [MONDAY, MONDAY + timedelta(days=7)]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("in_review", {"moved_at": NOW - timedelta(days=21)}),
        ("draft", {}),
        ("deferred", {}),
        ("released", {}),
        ("withdrawn", {}),
    ],
)
def test_nobody_hears_of_a_turn_within_its_days_or_without_any(panel, heard, state, said):
    waits(panel, state)
    Case.objects.update(**said)
    assert heard() == set()


def test_case_on_the_agenda_waits_until_the_panel_has_met(panel, heard):
    case = waits(panel, "on_agenda")
    assert heard() == set()
    case.sitting.on = TODAY - timedelta(days=1)
    case.sitting.submit_by = case.sitting.endorse_by = TODAY - timedelta(days=20)
    case.sitting.save()
    assert heard() == {seat_of(panel).pk, seat_of(panel, "clerk").pk}
