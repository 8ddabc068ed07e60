"""Ties follow the record, and whoever is tied out judges the case no more."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from panels.choices.judging import AssignmentState, TieState
from panels.models import Case, Tie
from panels.services.ties import cease, note_from_record, note_today, renew
from tests.factories.panels import AssignmentFactory, MemberFactory, ReviewFactory, TieFactory, case_in, seat_of
from tests.factories.people import NOW, TODAY, TeamFactory, as_actor, holder_of

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


@pytest.fixture
def case():
    return case_in("in_review")


@pytest.fixture
def manager(case):
    """A member of the panel who is the candidate's line manager until today."""
    person, terms = MemberFactory(panel=case.panel).person, case.person.posts.get().terms.get()
    terms.line_manager, terms.until_on = person, TODAY
    terms.save()
    return person


def portal(on=TODAY):
    return Actor.system("panels", on=on)


def kept(case):
    return set(case.ties.values_list("person_id", "kind", "source", "strength", "state"))


def test_tie_of_the_record_is_noted_once_by_the_portal_whoever_set_it_going(case, manager):
    clerk = as_actor(seat_of(case.panel, "clerk"))
    for _ in range(2):
        note_from_record(case=case, by=clerk, at=NOW)
    assert kept(case) == {(manager.pk, "line_manager", "record", "hard", "steps_back")}
    assert Event.objects.filter(act="panels.tie.note").count() == 1
    assert Tie.objects.get().noted_by is None
    assert list(Case.objects.visible_to(as_actor(manager))) == [case]
    assert list(Case.objects.not_away(as_actor(manager))) == []


def test_soft_tie_of_the_record_waits_for_the_chair(case):
    colleague, team = MemberFactory(panel=case.panel).person, TeamFactory()
    for person in (case.person, colleague):
        person.posts.get().terms.update(team=team)
    note_from_record(case=case, by=portal(), at=NOW)
    assert kept(case) == {(colleague.pk, "team", "record", "soft", "open")}


def test_what_the_record_says_no_longer_is_lifted_and_comes_back_when_it_says_it_again(case, manager):
    note_from_record(case=case, by=portal(), at=NOW)
    note_from_record(case=case, by=portal(TODAY + 2 * YEAR), at=NOW)
    tie = Tie.objects.get()
    assert (tie.state, tie.reason, tie.decided_at, tie.decided_by) == (
        TieState.LIFTED,
        "The record says it no longer.",
        NOW,
        None,
    )
    note_from_record(case=case, by=portal(), at=NOW)
    tie.refresh_from_db()
    assert (tie.state, tie.reason, tie.decided_at) == (TieState.STEPS_BACK, "", None)


def test_soft_tie_that_comes_back_is_open_again(case):
    tie = TieFactory(case=case, kind="team", strength="soft", state="open")
    cease(tie=tie, by=portal(), at=NOW)
    assert renew(tie=tie, by=portal(), at=NOW).state == TieState.OPEN


def test_only_the_portal_lifts_what_the_record_says_no_longer(case):
    tie = TieFactory(case=case, kind="team", strength="soft", state="open")
    with pytest.raises(Refused):
        cease(tie=tie, by=as_actor(seat_of(case.panel)), at=NOW)


@pytest.mark.parametrize(("state", "number"), [("draft", 0), ("received", 1), ("on_agenda", 1), ("decided", 0)])
def test_daily_reading_takes_cases_a_panel_has_before_it(state, number):
    case = case_in(state)
    terms = case.person.posts.get().terms.get()
    terms.line_manager = seat_of(case.panel)
    terms.save()
    assert (note_today(on=TODAY, at=NOW), Tie.objects.count()) == (number, number)


def test_whoever_is_tied_out_has_everything_taken_off_her_and_is_told_of_no_case(case, manager):
    asked = AssignmentFactory(case=case, person=manager, state="asked")
    note_from_record(case=case, by=portal(), at=NOW)
    asked.refresh_from_db()
    assert (asked.state, asked.reason, asked.ended_at) == (
        AssignmentState.TAKEN_OFF,
        "Something connects her with the candidate.",
        NOW,
    )
    told = {notice.person_id: notice for notice in Notice.objects.all()}
    chair = seat_of(case.panel)
    assert set(told) == {manager.pk, chair.pk}
    said = told[manager.pk]
    assert (said.kind, said.url) == ("panels.assignment.relieved", "/panels/")
    assert case.person.family_name not in f"{said.subject} {said.body}"
    assert str(case.pk) not in said.subject
    assert (told[chair.pk].kind, told[chair.pk].url) == (
        "panels.tie.stepped_out",
        f"/panels/cases/{case.pk}/reviewers/",
    )
    assert f"{manager.full_name} had a case to judge" in told[chair.pk].body


def test_review_of_whoever_is_tied_out_counts_no_more_and_the_others_go_on(case, manager):
    hers = ReviewFactory(assignment=AssignmentFactory(case=case, person=manager, state="done"))
    for _ in range(2):
        AssignmentFactory(case=case, state="done")
    note_from_record(case=case, by=portal(), at=NOW)
    case.refresh_from_db()
    assert case.state == "reviews_in"
    assert list(type(hers).objects.holding().filter(pk=hers.pk)) == []


def test_too_few_reviews_are_not_taken_for_all(case, manager):
    AssignmentFactory(case=case, person=manager, state="asked")
    AssignmentFactory(case=case, state="done")
    note_from_record(case=case, by=portal(), at=NOW)
    case.refresh_from_db()
    assert case.state == "in_review"


def test_where_the_chair_is_tied_the_academy_lead_is_told(case):
    chair, lead = seat_of(case.panel), holder_of(RoleCode.ACADEMY_LEAD, case.organisation)
    terms = case.person.posts.get().terms.get()
    terms.line_manager = chair
    terms.save()
    AssignmentFactory(case=case, person=chair, state="accepted")
    note_from_record(case=case, by=portal(), at=NOW)
    assert set(Notice.objects.values_list("kind", "person_id")) == {
        ("panels.assignment.relieved", chair.pk),
        ("panels.tie.stepped_out", lead.pk),
    }
