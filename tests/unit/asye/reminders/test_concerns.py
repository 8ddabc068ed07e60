"""The day on which a plan of support is looked at again."""

from datetime import timedelta

import pytest

from academy.engines.reminders.deadlines import Told
from asye.models import Concern
from asye.reminders.concerns import PLAN_REVIEW
from tests.factories.asye import ConcernFactory
from tests.factories.people import NOW

SUPPORTING = {"nqsw", "assessor", "practice_assessor", "manager"}


@pytest.fixture
def concern(world) -> Concern:
    world.year.state = "active"
    world.year.save()
    return ConcernFactory(enrolment=world.year, raised_by=world.assessor)


@pytest.mark.parametrize(("days", "people"), [(-7, SUPPORTING), (0, SUPPORTING), (7, SUPPORTING | {"coordinator"})])
def test_those_who_support_her_hear_and_afterwards_the_coordinator(concern, told, days, people):
    on = concern.plan_review_on + timedelta(days=days)

    assert told(PLAN_REVIEW, on) == {(days, name) for name in people}


def test_a_closed_plan_and_a_paused_year_are_silent(concern, world, told):
    world.year.state = "paused"
    world.year.save()
    assert told(PLAN_REVIEW, concern.plan_review_on) == set()

    world.year.state = "active"
    world.year.save()
    Concern.objects.update(state="closed", closed_at=NOW, closed_words="It went well.")
    assert told(PLAN_REVIEW, concern.plan_review_on) == set()


def test_line_never_says_what_the_plan_is_about(concern, world):
    said = {"subject_id": concern.pk, "about": world.nqsw, "due_on": concern.plan_review_on}
    own = PLAN_REVIEW.line(Told(is_own=True, on=concern.plan_review_on, **said))
    other = PLAN_REVIEW.line(Told(is_own=False, on=concern.plan_review_on + timedelta(days=7), **said))

    assert own.what == "Your plan of support is to be looked at again on 18 May, which is today."
    whose = f"The plan of support for {world.nqsw.full_name}"
    assert (other.what, other.url) == (
        f"{whose} was to be looked at again on 18 May, 7 days ago.",
        concern.get_absolute_url(),
    )
