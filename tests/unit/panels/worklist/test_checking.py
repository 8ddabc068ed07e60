"""Submissions wait for the clerk, or for the lead where there is none; what is to be mended waits for its candidate."""

from datetime import timedelta

import pytest

from academy.engines.worklist.providers import declared
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from panels.choices.cases import CaseState
from panels.choices.panels import Seat
from panels.models import AskedItem, Member
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.panels import MemberFactory, TieFactory, case_in, panel_of, seat_of
from tests.factories.people import NOW, as_actor, holder_of, staff_of

pytestmark = pytest.mark.django_db


def lines(key, actor):
    [provider] = [each for each in declared() if each.key == key]
    return [(item.what, item.why, item.url) for item in provider.find(actor, TODAY)]


def asked(case, code="pieces", **said):
    row = {"title": "Every piece", "reason": "One lacks.", "due_on": TODAY, "asked_by": seat_of(case.panel, Seat.CLERK)}
    return AskedItem.objects.create(case=case, code=code, asked_at=NOW, **{**row, **said})


def test_clerk_has_what_was_handed_in_and_what_was_mended_and_nothing_she_is_out_of():
    panel = panel_of(OrganisationFactory())
    new = case_in(CaseState.RECEIVED, panel=panel, moved_at=NOW - timedelta(days=2))
    mended = case_in(CaseState.CHANGES_MADE, panel=panel, moved_at=NOW - timedelta(days=1))
    case_in(CaseState.CHANGES_ASKED, panel=panel)
    clerk = seat_of(panel, Seat.CLERK)
    TieFactory(case=case_in(CaseState.RECEIVED, panel=panel), person=clerk)
    assert lines("panels.checking", as_actor(clerk)) == [
        (
            f"Look through the case of {new.person.full_name}: step up",
            "It is handed in. Accept it, or ask for what is missing.",
            new.get_absolute_url(),
        ),
        (
            f"Look through the case of {mended.person.full_name}: step up",
            "What was asked for is mended.",
            mended.get_absolute_url(),
        ),
    ]


def test_lead_is_asked_only_where_the_panel_has_no_clerk_and_others_never():
    case = case_in(CaseState.RECEIVED)
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, case.organisation))
    clerk = as_actor(holder_of(RoleCode.PANEL_CLERK, case.organisation))
    others = [as_actor(person) for person in (seat_of(case.panel), case.person, staff_of(case.organisation))]
    assert [len(lines("panels.checking", actor)) for actor in (lead, clerk, *others)] == [0, 1, 0, 0, 0]
    Member.objects.filter(seat=Seat.CLERK).delete()
    assert len(lines("panels.checking", lead)) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_lines_of_the_clerk_cost_the_same_queries_for_one_and_for_three(count, django_assert_num_queries):
    panel = panel_of(OrganisationFactory())
    for _ in range(count):
        case_in(CaseState.RECEIVED, panel=panel)
    clerk = as_actor(MemberFactory(panel=panel, seat=Seat.CLERK, sort="").person)
    with django_assert_num_queries(3):
        assert len(lines("panels.checking", clerk)) == count


def test_who_is_nobody_here_is_asked_nothing(django_assert_num_queries):
    portal = Actor.system("panels", on=TODAY)
    with django_assert_num_queries(0):
        assert [lines(key, portal) for key in ("panels.checking", "panels.mending")] == [[], []]


def test_candidate_mends_her_own_and_nobody_is_asked_for_others(django_assert_num_queries):
    case = case_in(CaseState.CHANGES_ASKED)
    asked(case, due_on=TODAY + timedelta(days=3))
    asked(case, "report", due_on=TODAY, state="mended", mended_at=NOW)
    candidate = as_actor(case.person)
    with django_assert_num_queries(1):
        assert lines("panels.mending", candidate) == [
            (
                "Mend what is asked for in your case: step up",
                "It is accepted once that is done.",
                case.get_absolute_url(),
            )
        ]
    [provider] = [each for each in declared() if each.key == "panels.mending"]
    assert [item.due_on for item in provider.find(candidate, TODAY)] == [TODAY + timedelta(days=3)]
    assert lines("panels.mending", as_actor(seat_of(case.panel, Seat.CLERK))) == []
