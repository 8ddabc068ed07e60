"""What follows a decision for the employment."""

from dataclasses import replace

import pytest

from academy.people.models import GradeLevel
from panels.choices.policy import GradeStart
from panels.rules.policy import PLAIN
from panels.selectors.following import Follows, follows_of, grade_to_give
from pathways.schema.ladder import LadderContent
from tests.factories.panels_outcomes import DECIDED_ON, decided, sat, stepping
from tests.factories.people import TODAY, GradeLevelFactory

pytestmark = pytest.mark.django_db


def stepped(*mechanisms, outcome="progressed", rules=PLAIN, **said):
    meeting = sat(rules=rules)
    return decided(meeting, outcome=outcome, **{**stepping(meeting.panel.organisation, *mechanisms), **said})


@pytest.mark.parametrize(
    ("start", "named", "first"),
    [
        (GradeStart.DECISION, None, DECIDED_ON),
        (GradeStart.DECISION, TODAY, TODAY),
        (GradeStart.NEXT_MONTH, None, DECIDED_ON.replace(month=12, day=1)),
        (GradeStart.NAMED, TODAY, TODAY),
    ],
)
def test_grade_of_a_step_by_panel_alone_holds_from_the_policys_day_or_the_one_named(start, named, first):
    decision = stepped("panel", rules=replace(PLAIN, grade_from=start), effective_on=named)
    assert follows_of(decision) == Follows(effective_on=first)


def test_step_with_a_vacancy_makes_eligible():
    assert follows_of(stepped("panel", "vacancy")) == Follows(is_eligible=True)


@pytest.mark.parametrize("said", [{"outcome": "not_yet"}, {"outcome": "deferred"}, {"grade": None}])
def test_nothing_follows_where_she_does_not_move_on_or_no_grade_is_known(said):
    decision = stepped("panel", **said)
    assert follows_of(decision) == Follows()


def test_grade_is_given_at_the_level_of_the_rung_the_step_leads_to():
    decision = stepped("panel")
    case = decision.case
    content = case.journey.ladder.content
    content["rungs"][1]["level"] = "level-1"
    case.journey.ladder.content = LadderContent.model_validate(content).model_dump(mode="json", by_alias=True)
    case.journey.ladder.checksum = "b" * 64
    case.journey.ladder.save()
    level = GradeLevelFactory(grade=case.grade, code="level-1")
    found = grade_to_give(case, case.grade, from_on=TODAY)
    assert (found.post, found.level, found.why_not) == (case.person.posts.get(), level, "")
    assert GradeLevel.objects.count() == 1


def test_without_a_journey_no_level_is_known():
    decision = stepped("panel", journey=None)
    assert grade_to_give(decision.case, decision.case.grade, from_on=TODAY).level is None


def test_without_a_post_on_the_day_it_is_said():
    decision = stepped("panel")
    before = decision.case.person.posts.get().from_on.replace(year=2019)
    assert grade_to_give(decision.case, decision.case.grade, from_on=before).why_not.startswith(
        "She has no post here on the first day"
    )
