"""The year's plan with what is late first, who may see to an action, and what waits for whom."""

from datetime import timedelta

import pytest

from academy.people.choices import RoleCode
from panels.choices.panels import Seat
from panels.models import Action
from panels.selectors.year_plan import owners_for, plan_of, to_see_to, years_planned
from tests.factories.identity import OrganisationFactory
from tests.factories.panel_moderation import moderating
from tests.factories.panel_themes import ActionFactory
from tests.factories.panels import panel_of, seat_of
from tests.factories.people import NOW, TODAY, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return moderating()


def test_plan_of_a_year_has_what_is_late_first_and_says_how_many_are_closed(here):
    soon = ActionFactory(organisation=here.organisation)
    late = ActionFactory(organisation=here.organisation, due_on=TODAY - timedelta(days=1))
    ended = {"state": "closed", "ended_at": NOW, "ended_words": "Held.", "due_on": TODAY - timedelta(days=9)}
    closed = ActionFactory(organisation=here.organisation, **ended)
    ActionFactory(organisation=here.organisation, year=2025)
    ActionFactory()

    plan = plan_of(here.by, 2026)

    assert [(row.action, row.is_late) for row in plan.rows] == [(late, True), (closed, False), (soon, False)]
    assert (plan.year, plan.says) == (2026, "1 of 3 actions closed, 2 open, 0 dropped.")


def test_years_are_those_planned_and_this_and_the_next(here):
    ActionFactory(organisation=here.organisation, year=2024)
    ActionFactory(year=2023)
    assert years_planned(here.organisation.pk, on=TODAY) == [2027, 2026, 2024]


def test_owners_have_a_role_there_or_a_seat_on_a_panel_that_moderates(here):
    progression = panel_of(here.organisation)
    found = owners_for(here.organisation.pk, on=TODAY)
    named = [here.coordinator, here.lead, seat_of(here.panel), seat_of(here.panel, Seat.CLERK)]
    others = [seat_of(progression), staff_of(here.organisation), holder_of(RoleCode.HR, OrganisationFactory())]
    assert [person in found for person in (*named, *others)] == [True] * 4 + [False] * 3
    assert found == sorted(found, key=lambda each: (each.family_name, each.given_name, each.pk))


def test_open_actions_due_by_the_day_wait_for_whoever_sees_to_them_there(here):
    owner = staff_of(here.organisation)
    hers = {"organisation": here.organisation, "owner": owner}
    due = ActionFactory(due_on=TODAY, **hers)
    ActionFactory(due_on=TODAY + timedelta(days=1), **hers)
    ActionFactory(due_on=TODAY, state="dropped", ended_at=NOW, ended_words="No.", **hers)
    ActionFactory(due_on=TODAY, owner=owner)
    ActionFactory(due_on=TODAY, organisation=here.organisation)
    assert list(to_see_to(as_actor(owner), until=TODAY)) == [due]


def test_action_is_seen_by_who_sees_to_it_and_who_runs_moderation_there(here):
    action = ActionFactory(organisation=here.organisation)
    colleague = staff_of(here.organisation)
    elsewhere = ActionFactory(owner=colleague)
    people = (action.owner, here.coordinator, here.lead, colleague, seat_of(here.panel, Seat.CLERK))
    seen = [list(Action.objects.visible_to(as_actor(each)).order_by("pk")) for each in people]
    assert seen == [[action], [action], [action], [], []]
    assert elsewhere.owner == colleague
