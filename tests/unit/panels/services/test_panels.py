"""Panels are set up, called otherwise and ended by the academy lead."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.people.choices import RoleCode
from panels.choices.cases import CaseState
from panels.choices.panels import MeetingState, Seat
from panels.models import Case, Meeting, Member, Panel
from panels.services.panels import NOT_YOURS, change, end, set_up
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.panels import MemberFactory, PanelFactory, case_in
from tests.factories.people import NOW, as_actor, holder_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return OrganisationFactory()


@pytest.fixture
def lead(here):
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, here))


def made(here, by, **said):
    return set_up(organisation=here, **{"purpose": "progression", "title": " One panel ", **said}, by=by, at=NOW)


def test_panel_is_set_up_from_today(here, lead):
    panel = made(here, lead)
    assert (panel.title, panel.purpose, panel.from_on, panel.until_on) == ("One panel", "progression", TODAY, None)


@pytest.mark.parametrize(
    ("said", "field"), [({"purpose": "tea"}, "purpose"), ({"title": " "}, "title"), ({"title": "Taken"}, "title")]
)
def test_panel_has_a_purpose_and_a_name_of_its_own(here, lead, said, field):
    PanelFactory(organisation=here, title="Taken")
    with pytest.raises(Refused) as refused:
        made(here, lead, **said)
    assert refused.value.field == field


@pytest.mark.parametrize("role", [RoleCode.PANEL_CLERK, RoleCode.HR, RoleCode.ACADEMY_STAFF, None])
def test_nobody_but_the_lead_there_keeps_panels(here, role):
    panel = PanelFactory(organisation=here)
    elsewhere = holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory())
    by = as_actor(holder_of(role, here) if role else elsewhere)
    for act in (
        lambda: made(here, by),
        lambda: change(panel=panel, title="Mine", by=by, at=NOW),
        lambda: end(panel=panel, until_on=TODAY, by=by, at=NOW),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.reason == NOT_YOURS
    assert Panel.objects.count() == 1


def test_panel_keeps_its_own_name_when_it_is_saved_unchanged(here, lead):
    panel = made(here, lead)
    assert change(panel=panel, title="One panel", by=lead, at=NOW).title == "One panel"
    assert change(panel=panel, title="Another", by=lead, at=NOW).title == "Another"


def test_panel_that_ends_takes_its_seats_with_it(here, lead):
    panel = PanelFactory(organisation=here)
    until = TODAY + timedelta(days=30)
    lasting, over = MemberFactory(panel=panel), MemberFactory(panel=panel, seat=Seat.CLERK, until_on=TODAY)
    MemberFactory(panel=panel, from_on=until + timedelta(days=1))
    assert end(panel=panel, until_on=until, by=lead, at=NOW).until_on == until
    assert dict(Member.objects.values_list("pk", "until_on")) == {lasting.pk: until, over.pk: TODAY}


def test_panel_with_work_to_do_or_a_sitting_to_hold_does_not_end(here, lead):
    case = case_in(CaseState.RECEIVED, panel=PanelFactory(organisation=here))
    with pytest.raises(Refused, match="has cases that are not over"):
        end(panel=case.panel, until_on=TODAY, by=lead, at=NOW)
    Case.objects.update(state=CaseState.WITHDRAWN)
    with pytest.raises(Refused, match="has a sitting that is not held"):
        end(panel=case.panel, until_on=TODAY, by=lead, at=NOW)
    Meeting.objects.update(state=MeetingState.CLOSED, opened_at=NOW, closed_at=NOW)
    assert end(panel=case.panel, until_on=TODAY, by=lead, at=NOW).until_on == TODAY


def test_panel_ends_neither_in_the_past_nor_twice(here, lead):
    panel = PanelFactory(organisation=here)
    with pytest.raises(Refused) as refused:
        end(panel=panel, until_on=TODAY - timedelta(days=1), by=lead, at=NOW)
    assert refused.value.field == "until_on"
    Panel.objects.update(until_on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="This panel ended on"):
        change(panel=panel, title="Late", by=lead, at=NOW)
