"""The dates of a year: set by the clock, moved with a reason, done once."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Notice
from asye.choices.year import ChangeState, MilestoneKind
from asye.models import Milestone, Part, Period
from asye.rules.policy import PLAIN
from asye.selectors.timetable import running_of, timetable_of
from asye.services import milestones
from tests.factories.asye import AsyePolicyFactory, ChangeFactory, ReviewFactory, policy_content
from tests.factories.people import NOW, holder_of
from tests.unit.asye.rules.years import day

FIRST_DATES = [
    ("agreement", "2026-02-02"),
    ("observation-1", "2026-03-24"),
    ("review-3", "2026-04-07"),
    ("observation-2", "2026-06-22"),
    ("review-6", "2026-07-06"),
    ("review-9", "2026-10-05"),
    ("observation-3", "2026-12-17"),
    ("final", "2026-12-31"),
    ("submission", "2027-01-03"),
    ("end", "2027-01-03"),
    ("panel", "2027-02-01"),
    ("ceiling", "2028-01-04"),
]


@pytest.fixture
def year(world):
    set_dates(world)
    return world.year


def set_dates(world):
    milestones.set_dates(world.year, by=world.acting("coordinator"), at=NOW)


def move(world, code, on, *, because="So that all can come.", by="assessor"):
    found = world.year.milestones.get(code=code)
    return milestones.move(milestone=found, due_on=day(on), because=because, by=world.acting(by), at=NOW)


def due(year):
    return {each.code: each.due_on.isoformat() for each in year.milestones.all()}


def test_every_date_of_a_year_is_set(world, year, django_assert_num_queries):
    rows = year.milestones.order_by("due_on", "pk")
    assert [(each.code, each.due_on.isoformat()) for each in rows] == FIRST_DATES
    assert {each.due_on == each.computed_on for each in rows} == {True}
    with django_assert_num_queries(6):
        found = timetable_of(year)
    assert [(each.code, each.on.isoformat()) for each in found.days] == FIRST_DATES


def test_date_that_is_noted_as_done_is_called_by_what_was_done(year):
    before = year.milestones.get(code="agreement").called
    milestones.done(year, "agreement", date(2026, 1, 30))

    assert (before, year.milestones.get(code="agreement").called) == ("Agreement to be signed", "Agreement signed")


def test_agreed_changes_move_the_dates_and_what_is_done_stays(world, year):
    milestones.done(year, "review-3", date(2026, 4, 10))
    milestones.done(year, "review-3", date(2026, 4, 20))
    milestones.done(year, "nothing", date(2026, 4, 20))
    move(world, "review-6", "2026-07-13")
    agreed = {"state": ChangeState.AGREED, "settled_at": NOW, "enrolment": year}
    ChangeFactory(**agreed)
    ChangeFactory(**agreed, kind="hours", reason="", from_on=date(2026, 9, 7), until_on=None, fte="0.50")
    longer = {
        "kind": "extension",
        "reason": "",
        "from_on": None,
        "until_on": None,
        "weeks": "4.0",
        "words": "More time.",
    }
    ChangeFactory(**agreed, **longer)
    ChangeFactory(enrolment=year, from_on=date(2026, 11, 2), until_on=date(2026, 11, 29))
    set_dates(world)
    dates = due(year)
    assert [dates[code] for code in ("review-3", "review-6", "end")] == ["2026-04-07", "2026-11-09", "2027-12-26"]
    assert year.milestones.get(code="review-6").computed_on == date(2026, 11, 2)
    assert timetable_of(year).day("review-3").because == "Held on 10 April 2026. It does not move again."
    name = world.assessor.full_name
    assert timetable_of(year).day("review-6").because == (
        "6 months of full time from 5 January 2026, 5 July 2026, and 16 weeks and 6 days more for hours below full "
        "time and the time it was paused. 31 October 2026 is a Saturday: the next working day. Moved from 2 November "
        f"2026 by {name} on 17 November 2026: So that all can come."
    )


def test_days_between_two_employers_do_not_count(world, year):
    Period.objects.filter(enrolment=year).update(until_on=date(2026, 6, 30))
    Period.objects.create(
        enrolment=year, organisation=world.organisation, policy=year.policy, from_on=date(2026, 7, 29)
    )
    assert [(each.from_on, each.until_on) for each in running_of(year).stops] == [
        (date(2026, 7, 1), date(2026, 7, 28)),
    ]
    Period.objects.filter(enrolment=year, until_on=None).update(from_on=date(2026, 7, 1))
    assert running_of(year).stops == ()


def test_dates_another_policy_does_not_know_go_unless_something_was_written(world, year):
    written = ReviewFactory(milestone=year.milestones.get(code="review-9"), state="writing", held_on=date(2026, 10, 5))
    ReviewFactory(milestone=year.milestones.get(code="review-6"))
    milestones.done(year, "observation-2", date(2026, 6, 1))
    fewer = replace(PLAIN, reviews=(PLAIN.reviews[0], PLAIN.reviews[3]), observations=())
    year.policy = AsyePolicyFactory(content=policy_content(fewer))
    year.save()
    set_dates(world)
    assert sorted(due(year)) == [
        "agreement",
        "ceiling",
        "end",
        "final",
        "observation-2",
        "panel",
        "review-3",
        "review-9",
        "submission",
    ]
    assert list(year.reviews.all()) == [written]


def test_moving_a_date_is_kept_with_its_reason_and_told_to_everybody(world, year):
    moved = move(world, "review-3", "2026-04-15", because=" Easter. ")
    assert (moved.due_on, moved.computed_on, moved.moved_because) == (date(2026, 4, 15), date(2026, 4, 7), "Easter.")
    assert (moved.moved_by, moved.moved_at) == (world.assessor, NOW)
    assert Event.objects.get(act="asye.milestone.move").changed == ["due_on", "moved_because"]
    told = Notice.objects.filter(kind="asye.date.moved").order_by("pk")
    others = [world.nqsw, world.coordinator, world.manager, world.practice_assessor]
    assert sorted(each.person_id for each in told) == sorted(person.pk for person in others)
    assert {each.url for each in told} == {reverse("asye:enrolment", args=[year.pk])}
    words = told.get(person=world.nqsw).body
    assert "your year. Three-month review: 15 April 2026." in words
    assert "Easter" not in words


def test_moved_back_to_the_clocks_day_it_counts_as_never_moved(world, year):
    move(world, "review-3", "2026-04-15", by="coordinator")
    back = move(world, "review-3", "2026-04-07", by="practice_assessor")
    assert (back.moved_because, back.moved_at, back.moved_by) == ("", None, None)


def test_a_date_moved_forward_never_comes_before_the_year(world, year):
    move(world, "agreement", "2026-01-12")
    Milestone.objects.filter(code="agreement").update(computed_on=date(2026, 3, 30))
    set_dates(world)
    assert due(year)["agreement"] == "2026-01-05"


@pytest.mark.parametrize(
    ("code", "on", "because", "field", "reason"),
    [
        ("end", "2027-01-10", "Later.", None, "This date follows from hours, pauses and extensions. Propose a change"),
        ("ceiling", "2028-01-10", "Later.", None, "This date follows from hours, pauses and extensions. Propose"),
        ("review-6", "2026-07-06", "The same.", "due_on", "That is the day it is already."),
        ("review-6", "2026-01-04", "Sooner.", "due_on", "The year begins on 5 January 2026."),
        ("panel", "2028-01-05", "Later.", "due_on", "The ceiling of the year is 4 January 2028."),
        ("review-6", "2026-07-07", "  ", "because", "Say why it moves."),
        ("review-6", "2026-07-07", "x" * 501, "because", "Use at most 500 characters."),
        ("review-3", "2026-04-20", "Held.", None, "It was done on 8 April 2026 and does not move any more."),
    ],
)
def test_moving_a_date_refuses(world, year, code, on, because, field, reason):
    milestones.done(year, "review-3", date(2026, 4, 8))
    before = due(year)
    with pytest.raises(Refused) as refused:
        move(world, code, on, because=because)
    assert (refused.value.field, refused.value.reason[: len(reason)]) == (field, reason)
    assert due(year) == before


def test_without_a_ceiling_stored_a_date_can_move_as_late_as_it_must(world, year):
    year.milestones.filter(kind=MilestoneKind.CEILING).delete()
    assert move(world, "panel", "2029-01-05").due_on == date(2029, 1, 5)


@pytest.mark.parametrize("who", ["nqsw", "manager", "colleague"])
def test_who_neither_assesses_nor_coordinates_moves_no_date(world, year, who):
    with pytest.raises(Refused, match="This is for somebody else to do"):
        move(world, "review-3", "2026-04-15", by=who)


def test_dates_of_a_year_that_ended_do_not_move(world, year):
    year.state, year.ended_at, year.ended_because = "withdrawn", NOW, "She moved away."
    year.save()
    with pytest.raises(Refused, match="The year has ended"):
        move(world, "review-3", "2026-04-15")


def test_one_person_in_two_parts_is_told_once(world, year):
    Part.objects.filter(role="manager").update(person=world.practice_assessor)
    holder_of("asye_coordinator", world.organisation)
    move(world, "review-3", "2026-04-15")
    assert Notice.objects.filter(kind="asye.date.moved").count() == 3
