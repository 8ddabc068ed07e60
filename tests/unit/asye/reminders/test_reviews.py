"""A review comes near, is due, and was not held: who hears, until when, and in which words."""

from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType

from academy.engines.access.models import Bar
from academy.engines.reminders.deadlines import Asked, Told
from asye.models import Part, Review
from asye.reminders.reviews import FINAL, REVIEW
from tests.factories.asye import MilestoneFactory, ReviewFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, staff_of

DUE = date(2027, 1, 11)
PAIR = {"nqsw", "assessor", "practice_assessor"}
ALL = PAIR | {"manager", "coordinator"}


@pytest.fixture
def review(world) -> Review:
    world.year.state = "active"
    world.year.save()
    return ReviewFactory(milestone=MilestoneFactory(enrolment=world.year, due_on=DUE))


def after(days: int) -> date:
    return DUE + timedelta(days=days)


def names(days: int, people: set[str]) -> set[tuple[int, str]]:
    return {(days, name) for name in people}


@pytest.mark.parametrize(
    ("days", "people"),
    [(-28, PAIR), (-14, PAIR), (-7, PAIR), (0, PAIR), (7, PAIR | {"manager"}), (21, ALL)],
)
def test_those_who_meet_hear_before_it_then_the_manager_and_at_last_the_coordinator(review, told, days, people):
    assert told(REVIEW, after(days)) == names(days, people)


def test_nobody_hears_earlier_than_four_weeks(review, told):
    assert told(REVIEW, after(-29)) == set()


def test_final_review_is_a_kind_of_its_own(review, told):
    review.milestone.kind = "final"
    review.milestone.save()

    assert (told(REVIEW, DUE), told(FINAL, DUE)) == (set(), names(0, PAIR))


@pytest.mark.parametrize(
    "said",
    [{"state": "waived", "waived_because": "Met often."}, {"state": "writing", "held_on": DUE}],
)
def test_nobody_hears_of_a_review_that_was_held_or_is_not_needed(review, told, said):
    Review.objects.update(**said)

    assert told(REVIEW, DUE) == set()


@pytest.mark.parametrize("state", ["paused", "released", "deferred", "recommended"])
def test_a_year_that_does_not_run_is_silent(review, world, told, state):
    world.year.state = state
    world.year.save()

    assert told(REVIEW, DUE) == set()


def test_a_date_that_is_done_is_silent(review, told):
    review.milestone.done_on = DUE
    review.milestone.save()

    assert told(REVIEW, DUE) == set()


def test_who_handed_the_part_over_left_or_is_barred_hears_nothing(review, world, told):
    Part.objects.filter(role="assessor").update(until_on=date(2026, 2, 1))
    Part.objects.filter(role="manager").update(person=staff_of(OrganisationFactory()))
    year = {"thing_type": ContentType.objects.get_for_model(type(world.year)), "thing_id": world.year.pk}
    Bar.objects.create(person=world.practice_assessor, purpose="conflict", from_on=DUE, given_at=NOW, **year)

    assert told(REVIEW, after(7)) == names(7, {"nqsw"})


def test_without_a_coordinators_part_who_runs_it_for_the_employer_hears(review, world, told):
    Part.objects.filter(role="coordinator").delete()

    assert (21, "coordinator") in told(REVIEW, after(21))


def test_lines_say_whose_and_when_and_lead_to_the_review(world):
    said = {"subject_id": 7, "about": world.nqsw, "due_on": DUE}
    own = REVIEW.line(Told(is_own=True, on=after(-1), **said))
    other = FINAL.line(Told(is_own=False, on=after(7), **said))

    assert (own.what, own.url) == ("A review of your ASYE is due on 11 January, which is tomorrow.", "/asye/reviews/7/")
    whose = f"A final review of {world.nqsw.full_name}’s ASYE"
    assert other.what == f"{whose} was due on 11 January, 7 days ago. None is noted as held."


def test_finding_costs_the_same_for_one_and_for_three(world, django_assert_num_queries):
    asked = Asked(DUE, DUE, DUE)
    for number in range(3):
        ReviewFactory(milestone=MilestoneFactory(enrolment=world.year, code=f"review-{number}", due_on=DUE))
        with django_assert_num_queries(1):
            assert [len(found.rows) for found in REVIEW.find(asked)] == [number + 1]
