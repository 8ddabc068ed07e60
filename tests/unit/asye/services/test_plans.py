"""Development plans: goals made with a review or an agreement, and what became of those before."""

from datetime import date

import pytest

from academy.development.services.versions import latest_version
from academy.engines.audit.commands import Refused
from asye.models import Agreement, Plan, PlanGoal
from asye.selectors.plans import goals_made_with, may_plan_with
from asye.selectors.policies import rules_of
from asye.selectors.reviews import before
from asye.services.plans import GoalSaid, Result, add_goal, change_goal, say_results, take_out_goal
from asye.services.refusing import NOT_YOURS
from asye.services.reviewing import SENT
from tests.factories.asye import AgreementFactory
from tests.factories.asye_reviews import held, scheduled
from tests.factories.development import EntryFactory
from tests.factories.people import NOW

COURT = GoalSaid(need="Court work.", how="Shadowing.", support="Legal team", by_on=date(2026, 12, 1))


@pytest.fixture
def review(world):
    return held(scheduled(world.year), world.acting("assessor"))


def add(thing, by, goal=COURT):
    return add_goal(thing=thing, goal=goal, by=by, at=NOW)


def earlier(world, **said):
    plan, _ = Plan.objects.get_or_create(enrolment=world.year, stage="months-3-6", defaults={"made_at": NOW})
    return PlanGoal.objects.create(plan=plan, need="Records.", how="Weekly.", by_on=date(2026, 6, 1), **said)


def test_a_goal_is_added_once_changed_and_taken_out(world, review):
    by = world.acting("nqsw")
    goal = add(review, by)
    assert (goal.plan.stage, goal.need, goal.support) == ("months-6-12", "Court work.", "Legal team")
    assert add(review, world.acting("manager")).pk == goal.pk
    said = GoalSaid(need=" Court. ", how="Sitting in.", by_on=date(2026, 12, 2))
    changed = change_goal(thing=review, goal=goal, said=said, by=by, at=NOW)
    assert (changed.need, changed.how, changed.support, changed.by_on) == ("Court.", "Sitting in.", "", said.by_on)
    assert take_out_goal(thing=review, goal=goal, by=by, at=NOW) == world.year
    assert not PlanGoal.objects.exists()
    with pytest.raises(Refused, match="or was taken out"):
        change_goal(thing=review, goal=goal, said=said, by=by, at=NOW)


def test_a_plan_is_made_with_the_agreement_while_it_is_written(world):
    agreement = AgreementFactory(enrolment=world.year)
    assert add(agreement, world.acting("nqsw")).plan.stage == "months-0-3"
    with pytest.raises(Refused) as refused:
        add(agreement, world.acting("colleague"))
    assert refused.value.reason == NOT_YOURS
    needs = latest_version(entry=EntryFactory(author=world.nqsw), at=NOW)
    Agreement.objects.update(state="signing", needs=needs, needs_at=NOW, met_on=date(2026, 1, 12))
    with pytest.raises(Refused, match="The agreement is sent to be signed"):
        add(agreement, world.acting("nqsw"))


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"need": " "}, "need", "Write what is to be learnt"),
        ({"how": ""}, "how", "Write how it is learnt"),
        ({"need": "x" * 301}, "need", "at most 300 characters"),
        ({"support": "x" * 301}, "support", "at most 300 characters"),
        ({"by_on": date(2026, 1, 4)}, "by_on", "The year begins on 5 January 2026"),
    ],
)
def test_what_is_not_said_or_too_long_or_too_early_is_refused(world, review, said, field, words):
    goal = GoalSaid(**{"need": "Court.", "how": "Shadowing.", "by_on": date(2026, 12, 1), **said})
    with pytest.raises(Refused, match=words) as refused:
        add(review, world.acting("nqsw"), goal)
    assert refused.value.field == field


def test_a_plan_has_an_end_and_a_review_without_one_takes_no_goal(world, review):
    for number in range(20):
        add(review, world.acting("nqsw"), GoalSaid(need=f"Goal {number}.", how="So.", by_on=date(2026, 12, 1)))
    with pytest.raises(Refused, match="at most 20 goals"):
        add(review, world.acting("nqsw"))
    review.milestone.code = "review-9"
    review.milestone.save()
    for act in (add, lambda thing, by: take_out_goal(thing=thing, goal=PlanGoal.objects.first(), by=by, at=NOW)):
        with pytest.raises(Refused, match=r"No development plan is made here|of another plan"):
            act(review, world.acting("nqsw"))


def test_what_became_of_the_plan_before_is_said_at_the_next_review(world, review):
    goal = earlier(world)
    results = [Result(goal.pk, "partly", " Some are late. ")]
    say_results(review=review, results=results, by=world.acting("manager"), at=NOW)
    assert PlanGoal.objects.values_list("result", "result_words").get() == ("partly", "Some are late.")
    assert list(before(review, rules_of(world.year.policy))) == [goal]


def test_results_of_the_plan_made_here_and_unknown_ones_are_refused(world, review):
    here, by = add(review, world.acting("nqsw")), world.acting("nqsw")
    with pytest.raises(Refused, match="at the review after the one"):
        say_results(review=review, results=[Result(here.pk, "met")], by=by, at=NOW)
    goal = earlier(world)
    for result, words, field in (("nearly", "", f"result_{goal.pk}"), ("met", "x" * 501, f"words_{goal.pk}")):
        with pytest.raises(Refused) as refused:
            say_results(review=review, results=[Result(goal.pk, result, words)], by=by, at=NOW)
        assert refused.value.field == field


def test_at_a_review_that_makes_no_plan_results_are_said_too(world, review):
    goal = earlier(world)
    review.milestone.code = "review-9"
    review.milestone.save()
    say_results(review=review, results=[Result(goal.pk, "met")], by=world.acting("nqsw"), at=NOW)
    assert PlanGoal.objects.get().result == "met"


def test_a_plan_that_is_agreed_does_not_change_when_the_agreement_is_renewed(world):
    agreement, by = AgreementFactory(enrolment=world.year), world.acting("nqsw")
    goal = add(agreement, by)
    assert may_plan_with(by, agreement)
    assert not may_plan_with(world.acting("colleague"), agreement)
    Plan.objects.update(agreed_on=date(2026, 1, 20))
    assert not may_plan_with(by, agreement)
    assert list(goals_made_with(agreement)) == [goal]
    for act in (lambda: add(agreement, by), lambda: take_out_goal(thing=agreement, goal=goal, by=by, at=NOW)):
        with pytest.raises(Refused, match="This plan is agreed"):
            act()


def test_once_it_is_sent_nothing_of_the_plan_changes(world, review):
    review.state, review.progress = "signing", "on_course"
    review.save()
    with pytest.raises(Refused) as refused:
        add(review, world.acting("nqsw"))
    assert refused.value.reason == SENT
