"""Concerns: noted with a plan and its days, told to all with a part, carried on, closed; capability stays elsewhere."""

from dataclasses import replace
from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from asye.choices.enrolments import EnrolmentState
from asye.models import Concern
from asye.selectors.reviews_waiting import plans_to_look_at
from asye.services.concerns import Noted, close, go_on, note
from asye.services.refusing import NOT_YOURS
from asye.services.reviewing import NOT_RUNNING
from tests.factories.asye import EnrolmentFactory
from tests.factories.asye_reviews import scheduled
from tests.factories.identity import TODAY
from tests.factories.people import NOW

LATE = Noted(
    words="Records are late.",
    plan="A weekly hour on recording.",
    plan_from_on=date(2026, 11, 2),
    plan_review_on=date(2026, 11, 20),
)


def noted(world, by="assessor", **said):
    return note(enrolment=world.year, noted=LATE, by=world.acting(by), at=NOW, **said)


def told(kind):
    return set(Notice.objects.filter(kind=f"asye.concern.{kind}").values_list("person_id", flat=True))


def test_everybody_with_a_part_is_told_and_twice_is_once(world):
    concern = noted(world)
    assert (concern.state, concern.words, concern.raised_by) == ("open", "Records are late.", world.assessor)
    assert told("noted") == {
        each.pk for each in (world.nqsw, world.manager, world.practice_assessor, world.coordinator)
    }
    assert noted(world).pk == concern.pk
    assert Notice.objects.filter(kind="asye.concern.noted").count() == 4
    assert "late" not in Notice.objects.filter(person=world.manager).get().body


def test_it_stands_at_its_own_review_and_at_no_other_years(world):
    review = scheduled(world.year)
    assert noted(world, review=review).review == review
    elsewhere = scheduled(EnrolmentFactory())
    assert noted(world, by="manager", review=elsewhere).review is None


@pytest.mark.parametrize("name", ["nqsw", "colleague"])
def test_who_neither_supports_nor_coordinates_notes_none(world, name):
    with pytest.raises(Refused) as refused:
        noted(world, by=name)
    assert refused.value.reason == NOT_YOURS


def test_a_year_that_is_not_under_way_has_none(world):
    world.year.state = EnrolmentState.RELEASED
    world.year.save()
    with pytest.raises(Refused) as refused:
        noted(world, by="coordinator")
    assert refused.value.reason == NOT_RUNNING


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"words": " "}, "words"),
        ({"plan": ""}, "plan"),
        ({"plan_from_on": date(2026, 1, 4)}, "plan_from_on"),
        ({"plan_review_on": date(2026, 11, 1)}, "plan_review_on"),
    ],
)
def test_words_plan_and_days_in_order_are_asked(world, said, field):
    with pytest.raises(Refused) as refused:
        note(enrolment=world.year, noted=replace(LATE, **said), by=world.acting("manager"), at=NOW)
    assert refused.value.field == field


def test_the_plan_is_looked_at_and_goes_on_to_another_day(world):
    concern = noted(world)
    assert list(plans_to_look_at(world.acting("manager"), TODAY)) == [concern]
    assert list(plans_to_look_at(world.acting("colleague"), TODAY)) == []
    gone_on = go_on(
        concern=concern, plan=" Two hours. ", plan_review_on=date(2027, 1, 8), by=world.acting("manager"), at=NOW
    )
    assert (gone_on.plan, gone_on.plan_review_on) == ("Two hours.", date(2027, 1, 8))
    assert world.nqsw.pk in told("goes_on")
    assert list(plans_to_look_at(world.acting("manager"), TODAY)) == []


@pytest.mark.parametrize(("day", "plan", "field"), [(date(2026, 11, 16), "x", "plan_review_on"), (TODAY, " ", "plan")])
def test_a_day_that_has_passed_and_no_plan_are_refused(world, day, plan, field):
    with pytest.raises(Refused) as refused:
        go_on(concern=noted(world), plan=plan, plan_review_on=day, by=world.acting("manager"), at=NOW)
    assert refused.value.field == field


def test_it_is_closed_with_words_and_not_carried_on_afterwards(world):
    concern = noted(world)
    with pytest.raises(Refused, match="Say what became of it") as refused:
        close(concern=concern, words=" ", by=world.acting("manager"), at=NOW)
    assert refused.value.field == "words"
    closed = close(concern=concern, words="Records are on time.", by=world.acting("coordinator"), at=NOW)
    assert (closed.state, closed.closed_words, closed.closed_at) == ("closed", "Records are on time.", NOW)
    assert world.nqsw.pk in told("closed")
    with pytest.raises(Refused, match="It is closed"):
        go_on(concern=concern, plan="x", plan_review_on=TODAY, by=world.acting("manager"), at=NOW)
    with pytest.raises(Refused) as refused:
        go_on(concern=concern, plan="x", plan_review_on=TODAY, by=world.acting("nqsw"), at=NOW)
    assert refused.value.reason == NOT_YOURS
    assert noted(world).pk != concern.pk
    assert Concern.objects.count() == 2
