"""A plan in one's list and calendar: put in, put in again, ticked off; due, moved, and gone with the journey."""

from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.worklist.days import days_ahead
from academy.engines.worklist.selectors.items import waiting_for
from academy.identity.actor import Actor
from pathways.choices import MilestoneKind
from pathways.models import Journey, Milestone
from pathways.rules.backplan import PlannedDay
from pathways.selectors.milestones import due_of
from pathways.services.journeys import leave, reach
from pathways.services.milestones import put_in, tick
from tests.factories.pathways import JourneyFactory, MilestoneFactory, SittingFactory, journey_in
from tests.factories.people import NOW

TODAY = NOW.date()
SOON, LATER = TODAY + timedelta(days=10), TODAY + timedelta(days=40)


@pytest.fixture
def june(council):
    return SittingFactory(organisation=council.organisation)


@pytest.fixture
def journey(council, june):
    return JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder, sitting=june)


def day(code, on, kind=MilestoneKind.EVIDENCE):
    return PlannedDay(kind=kind, code=code, what=f"The {code}", on=on)


def put(council, sitting, *days, by=None):
    return put_in(ladder=council.ladder, step="to-bg11", sitting=sitting, days=days, by=by or council.by, at=NOW)


def kept(journey):
    return list(journey.milestones.values_list("code", "due_on", "done_on"))


def test_a_first_plan_begins_the_journey(council, june):
    journey = put(council, june, day("audit", SOON))

    assert (journey.person, journey.step, journey.sitting) == (council.author, "to-bg11", june)
    assert kept(journey) == [("audit", SOON, None)]


def test_another_plan_takes_the_place_of_the_earlier_and_ticks_stay(council, journey, june):
    MilestoneFactory(journey=journey, code="audit", due_on=SOON, done_on=TODAY)
    MilestoneFactory(journey=journey, code="gone", due_on=SOON)

    put(council, june, day("audit", LATER), day("feedback", LATER))

    assert kept(journey) == [("audit", LATER, TODAY), ("feedback", LATER, None)]


def test_refuses_a_sitting_that_cannot_be_planned_towards_and_another_step(council, june):
    cancelled = SittingFactory(
        organisation=council.organisation, on=date(2027, 9, 16), cancelled_at=NOW, cancelled_because="No quorum."
    )
    closed = SittingFactory(
        organisation=council.organisation, on=TODAY, submit_by=TODAY - timedelta(days=1), endorse_by=date(2026, 11, 1)
    )
    for sitting in (cancelled, closed, SittingFactory()):
        with pytest.raises(Refused, match="can no longer be planned towards"):
            put(council, sitting, day("audit", SOON))
    JourneyFactory(person=council.author, organisation=council.organisation, ladder=council.ladder, step="to-bg12")
    with pytest.raises(Refused, match="along another step"):
        put(council, june, day("audit", SOON))


def test_who_stands_on_no_rung_of_the_ladder_plans_nothing(council, june):
    with pytest.raises(Refused):
        put(council, june, day("audit", SOON), by=council.managing)

    assert Journey.objects.count() == 0


def test_a_date_is_ticked_off_and_taken_back_by_her_alone(council, journey):
    milestone = MilestoneFactory(journey=journey, due_on=SOON)

    assert tick(milestone=milestone, is_done=True, by=council.by, at=NOW).done_on == TODAY
    assert tick(milestone=milestone, is_done=False, by=council.by, at=NOW).done_on is None
    with pytest.raises(Refused, match="Only the person"):
        tick(milestone=milestone, is_done=True, by=council.managing, at=NOW)


def test_dates_of_a_journey_that_ended_are_not_asked_for(council):
    ended = journey_in("left", person=council.author, organisation=council.organisation, ladder=council.ladder)
    milestone = MilestoneFactory(journey=ended, due_on=SOON)

    assert due_of(council.by).dates == ()
    with pytest.raises(Refused, match="has ended"):
        tick(milestone=milestone, is_done=True, by=council.by, at=NOW)


@pytest.mark.parametrize("end", ["leave", "reach"])
def test_the_plan_goes_when_the_journey_ends(council, journey, end):
    MilestoneFactory(journey=journey, due_on=SOON)

    if end == "leave":
        leave(journey=journey, because="I change teams.", by=council.by, at=NOW)
    else:
        reach(journey=journey, by=Actor.system("pathways", on=TODAY), at=NOW)

    assert Milestone.objects.count() == 0


def test_her_list_and_her_calendar_hold_what_is_near(council, journey):
    for code, on, done in (("audit", SOON, None), ("done", SOON, TODAY), ("late", TODAY - timedelta(days=2), None)):
        MilestoneFactory(journey=journey, code=code, title=f"The {code}", due_on=on, done_on=done)
    MilestoneFactory(journey=journey, code="feedback", title="The feedback", due_on=LATER)

    listed = [item.what for item in waiting_for(council.by) if item.action == "Open your plan"]
    ahead = [each.what for each in days_ahead(council.by, days=60) if each.detail == "From your plan"]

    assert (sorted(listed), ahead) == (["The audit", "The late"], ["The audit", "The feedback"])
    assert [item for item in waiting_for(council.managing) if item.action == "Open your plan"] == []
    assert list(Milestone.objects.visible_to(council.managing)) == []


MOVED = {
    "as it was": ({}, []),
    "another day": ({"on": date(2027, 6, 24)}, ["The sitting you plan towards is now on 24 June 2027."]),
    "closes earlier": (
        {"submit_by": date(2027, 5, 3), "endorse_by": date(2027, 4, 20)},
        ["Evidence for the sitting you plan towards now closes on 3 May 2027."],
    ),
    "cancelled": (
        {"cancelled_at": NOW, "cancelled_because": "No quorum."},
        ["The sitting of 17 June 2027 was cancelled: No quorum."],
    ),
}


@pytest.mark.parametrize(("changes", "says"), MOVED.values(), ids=MOVED)
def test_a_sitting_that_moved_is_told_in_her_list(council, journey, june, changes, says):
    put(
        council,
        june,
        day("submission", june.submit_by, MilestoneKind.SUBMISSION),
        day("sitting", june.on, MilestoneKind.SITTING),
    )
    type(june).objects.filter(pk=june.pk).update(**changes)

    assert [why for _, why in due_of(council.by).moved] == says
    assert [item.why for item in waiting_for(council.by) if item.what == "Count your dates again"] == says
