"""Development plans of a year: the goals of a stretch, made with an agreement or a review, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.people.services.judging import worded
from asye.choices.year import AgreementState, GoalResult
from asye.models import Agreement, Enrolment, Plan, PlanGoal, Review
from asye.rules.reviews import plan_made_at
from asye.selectors.policies import rules_of
from asye.services.refusing import NOT_YOURS
from asye.services.reviewing import writable

WRITE = "asye.plan.write"
MOST_NEED, MOST_HOW = 300, 500
MOST_GOALS = 20
Made = Agreement | Review


@dataclass(frozen=True, kw_only=True)
class GoalSaid:
    """What she means to learn, how, with what help, and by when."""

    need: str
    how: str
    by_on: date
    support: str = ""


@dataclass(frozen=True)
class Result:
    """What became of a goal, and a few words about it."""

    goal_id: int
    result: str
    words: str = ""


@command("asye.plan.add_goal")
def add_goal(*, thing: Made, goal: GoalSaid, by: Actor, at: datetime) -> PlanGoal:
    """Add a goal to the plan that is made with an agreement or a review; the first one begins the plan. The same goal
    twice is one.

    Refuses who has no part in the year, an agreement or review that is not being written or makes no plan, nothing
    said, and a day before the year.
    """
    enrolment = _open(thing, by=by)
    made = plan_made_at(rules_of(enrolment.policy), _made_with(thing))
    if made is None:
        raise Refused("No development plan is made here.")
    said = _said(goal, enrolment)
    plan, _ = Plan.objects.get_or_create(enrolment=enrolment, stage=made[0], defaults={"made_at": at})
    _require_open(plan)
    if plan.goals.count() >= MOST_GOALS:
        raise Refused(f"A plan has at most {MOST_GOALS} goals. Take one out first.")
    added, _ = PlanGoal.objects.get_or_create(plan=plan, **said)
    return _recorded(added, enrolment, changed=tuple(said))


@command("asye.plan.change_goal")
def change_goal(*, thing: Made, goal: PlanGoal, said: GoalSaid, by: Actor, at: datetime) -> PlanGoal:
    """Put a goal of the plan made here in other words, or another day. Refuses what `add_goal` refuses."""
    enrolment = _open(thing, by=by)
    current = _made_here(thing, goal, enrolment)
    values = _said(said, enrolment)
    for name, value in values.items():
        setattr(current, name, value)
    current.save(update_fields=list(values))
    return _recorded(current, enrolment, changed=tuple(values))


@command("asye.plan.take_out_goal")
def take_out_goal(*, thing: Made, goal: PlanGoal, by: Actor, at: datetime) -> Enrolment:
    """Take a goal out of the plan made here. Refuses what `add_goal` refuses."""
    enrolment = _open(thing, by=by)
    _made_here(thing, goal, enrolment).delete()
    record(enrolment, changed=("plans",), about=enrolment.person_id, organisation=enrolment.organisation_id)
    return enrolment


@command("asye.plan.say_results")
def say_results(*, review: Review, results: Sequence[Result], by: Actor, at: datetime) -> Review:
    """Say at a review what became of goals of an earlier plan. Refuses one of the plan made at this review, a result
    that is not known, and a review that is not being written."""
    enrolment = _open(review, by=by)
    made = plan_made_at(rules_of(enrolment.policy), _made_with(review))
    earlier = PlanGoal.objects.filter(plan__enrolment=enrolment).exclude(plan__stage=made[0] if made else "")
    goals = earlier.in_bulk([each.goal_id for each in results])
    for each in results:
        if each.goal_id not in goals:
            raise Refused("What became of a goal is said at the review after the one it was made at.")
        if each.result not in GoalResult.values:
            raise Refused("Choose what became of it.", field=f"result_{each.goal_id}")
        goal = goals[each.goal_id]
        goal.result = each.result
        goal.result_words = worded(each.words, field=f"words_{each.goal_id}", most=MOST_HOW)
        goal.save(update_fields=["result", "result_words"])
    record(enrolment, changed=("plans",), about=enrolment.person_id, organisation=enrolment.organisation_id)
    return review


def _open(thing: Made, *, by: Actor) -> Enrolment:
    """The year of an agreement or review that can be written in, which is held until the command ends."""
    if isinstance(thing, Review):
        return writable(thing, WRITE, by=by).enrolment
    held = Agreement.objects.select_for_update(of=("self",)).select_related("enrolment__policy").get(pk=thing.pk)
    if not allows(WRITE, by, held):
        raise Refused(NOT_YOURS)
    if held.state != AgreementState.DRAFT:
        raise Refused("The agreement is sent to be signed. Open it again first, with a reason.")
    return held.enrolment


def _made_with(thing: Made) -> str:
    return thing.milestone.code if isinstance(thing, Review) else "agreement"


def _made_here(thing: Made, goal: PlanGoal, enrolment: Enrolment) -> PlanGoal:
    made = plan_made_at(rules_of(enrolment.policy), _made_with(thing))
    found = PlanGoal.objects.filter(pk=goal.pk, plan__enrolment=enrolment, plan__stage=made[0] if made else "").first()
    if found is None:
        raise Refused("This goal is of another plan, or was taken out. Open the page again to see the plan.")
    _require_open(found.plan)
    return found


def _require_open(plan: Plan) -> None:
    if plan.agreed_on is not None:
        raise Refused("This plan is agreed. What became of its goals is said at the next review.")


def _said(goal: GoalSaid, enrolment: Enrolment) -> dict[str, Any]:
    if goal.by_on < enrolment.starts_on:
        begins = in_words(enrolment.starts_on)
        raise Refused(f"The year begins on {begins}. Give that day or a later one.", field="by_on")
    return {
        "need": worded(goal.need, field="need", missing="Write what is to be learnt.", most=MOST_NEED),
        "how": worded(goal.how, field="how", missing="Write how it is learnt.", most=MOST_HOW),
        "support": worded(goal.support, field="support", most=MOST_NEED),
        "by_on": goal.by_on,
    }


def _recorded(goal: PlanGoal, enrolment: Enrolment, *, changed: tuple[str, ...]) -> PlanGoal:
    record(goal, changed=changed, about=enrolment.person_id, organisation=enrolment.organisation_id)
    return goal
