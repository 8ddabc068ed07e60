"""Reviews: one for each date that is one, held with who came, not held for a reason, each stage assessed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Notice
from asye.choices.enrolments import EnrolmentState, Role
from asye.models import Milestone, Review, ReviewPart
from asye.rules.policy import PLAIN
from asye.services.refusing import NOT_YOURS
from asye.services.reviewing import LOCKED, NOT_HELD, NOT_RUNNING, SENT
from asye.services.reviews import Meeting, assess, hold, hold_after_all, schedule, waive
from tests.factories.asye import AsyePolicyFactory, MilestoneFactory, policy_content
from tests.factories.asye_reviews import HELD_ON, held, meeting, scheduled
from tests.factories.people import NOW


@pytest.fixture
def review(world):
    return scheduled(world.year)


def test_every_review_of_the_year_is_scheduled_once(world):
    by = world.acting("coordinator")
    for code, kind in (("review-3", "review"), ("final", "final"), ("observation-1", "observation")):
        MilestoneFactory(enrolment=world.year, code=code, kind=kind)
    assert [each.milestone.code for each in schedule(enrolment=world.year, by=by, at=NOW)] == ["review-3", "final"]
    assert schedule(enrolment=world.year, by=by, at=NOW) == []
    assert set(Review.objects.values_list("state", "enrolment_id")) == {("scheduled", world.year.pk)}


def test_holding_asks_each_for_her_part_and_notes_who_was_absent(world, review):
    made = held(review, world.acting("assessor"), absent=("manager",))
    assert (made.state, made.held_on) == ("writing", HELD_ON)
    assert Milestone.objects.get().done_on == HELD_ON
    parts = ReviewPart.objects.values_list("role", "person_id", "came", "text")
    assert list(parts) == [
        ("nqsw", world.nqsw.pk, True, ""),
        ("assessor", world.assessor.pk, True, ""),
        ("manager", world.manager.pk, False, ""),
    ]
    told = Notice.objects.filter(kind="asye.review.to_write").values_list("person_id", flat=True)
    assert set(told) == {world.nqsw.pk, world.manager.pk}
    assert world.nqsw.full_name not in Notice.objects.get(person=world.nqsw).body


def test_holding_twice_puts_the_day_and_who_came_right(world, review):
    held(review, world.acting("assessor"), absent=("manager",))
    again = held(review, world.acting("manager"), held_on=HELD_ON + timedelta(days=1))
    assert (again.state, again.held_on, Milestone.objects.get().done_on) == ("writing",) + (date(2026, 7, 4),) * 2
    assert list(ReviewPart.objects.values_list("came", flat=True)) == [True, True, True]
    assert Notice.objects.filter(kind="asye.review.to_write").count() == 2


def test_the_three_a_childrens_policy_names_attend_and_sign(world, review):
    three = (Role.NQSW, Role.MANAGER, Role.PRACTICE_ASSESSOR)
    world.year.policy = AsyePolicyFactory(content=policy_content(replace(PLAIN, attends=three)))
    world.year.save()
    held(review, world.acting("practice_assessor"))
    parts = ReviewPart.objects.values_list("role", "person_id")
    people = (world.nqsw, world.manager, world.practice_assessor)
    assert list(parts) == [(role, person.pk) for role, person in zip(three, people, strict=True)]


@pytest.mark.parametrize("name", ["nqsw", "colleague"])
def test_who_neither_supports_nor_coordinates_holds_no_review(world, review, name):
    with pytest.raises(Refused) as refused:
        held(review, world.acting(name))
    assert refused.value.reason == NOT_YOURS


@pytest.mark.parametrize(("day", "words"), [(date(2027, 1, 1), "Note it once"), (date(2026, 1, 1), "The year began")])
def test_a_day_to_come_or_before_the_year_is_refused(world, review, day, words):
    with pytest.raises(Refused, match=words) as refused:
        held(review, world.acting("assessor"), held_on=day)
    assert refused.value.field == "held_on"


def test_it_is_said_of_everybody_whether_she_came(world, review):
    with pytest.raises(Refused, match="Say whether they came") as refused:
        hold(review=review, meeting=Meeting(held_on=HELD_ON, came={"nqsw": True}), by=world.acting("manager"), at=NOW)
    assert refused.value.field == "came_assessor"


@pytest.mark.parametrize(
    ("state", "reason"), [("signing", SENT), ("locked", LOCKED), ("waived", "This review is not held.")]
)
def test_in_another_state_it_is_not_held(world, review, state, reason):
    day = {"held_on": HELD_ON, "progress": "on_course"} if state != "waived" else {"waived_because": "Not needed."}
    locked_at = NOW if state == "locked" else None
    Review.objects.update(state=state, locked_at=locked_at, **day)
    with pytest.raises(Refused) as refused:
        held(review, world.acting("assessor"))
    assert refused.value.reason.startswith(reason)
    with pytest.raises(Refused) as refused:
        assess(review=review, progress="on_course", by=world.acting("assessor"), at=NOW)
    assert refused.value.reason == (NOT_HELD if state == "waived" else reason)


def test_while_the_year_rests_its_reviews_rest(world, review):
    world.year.state = EnrolmentState.RELEASED
    world.year.save()
    with pytest.raises(Refused) as refused:
        hold(review=review, meeting=meeting(review), by=world.acting("coordinator"), at=NOW)
    assert refused.value.reason == NOT_RUNNING


def test_an_optional_review_is_not_held_for_a_reason_and_held_after_all(world):
    review = scheduled(world.year, is_optional=True)
    waived = waive(review=review, because=" All goes well. ", by=world.acting("assessor"), at=NOW)
    assert (waived.state, waived.waived_because) == ("waived", "All goes well.")
    again = hold_after_all(review=waived, by=world.acting("coordinator"), at=NOW)
    assert (again.state, again.waived_because) == ("scheduled", "")


def test_no_reason_and_a_review_the_policy_asks_for_are_refused(world, review):
    by = world.acting("assessor")
    with pytest.raises(Refused, match="part of the programme"):
        waive(review=review, because="We forgot.", by=by, at=NOW)
    Milestone.objects.update(is_optional=True)
    for because, words in (("  ", "Say why"), ("x" * 501, "at most 500 characters. You have 501")):
        with pytest.raises(Refused, match=words) as refused:
            waive(review=review, because=because, by=by, at=NOW)
        assert refused.value.field == "because"


def test_the_assessor_says_how_she_gets_on(world, review):
    held(review, world.acting("manager"))
    assert assess(review=review, progress="more_needed", by=world.acting("assessor"), at=NOW).progress == "more_needed"
    with pytest.raises(Refused) as refused:
        assess(review=review, progress="on_course", by=world.acting("manager"), at=NOW)
    assert refused.value.reason == NOT_YOURS
    with pytest.raises(Refused, match="Choose how she gets on"):
        assess(review=review, progress="8 of 10", by=world.acting("assessor"), at=NOW)
