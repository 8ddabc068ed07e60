"""What a signature under a review is over: everything of it that whoever signs can read."""

from typing import Any

from asye.models import Plan, PlanGoal, Review
from asye.rules.signing import fingerprint
from asye.selectors.citing import titles_of
from asye.selectors.policies import rules_of
from asye.selectors.reviews import before, handed_over, plan_made


def to_sign(review: Review) -> str:
    """The fingerprint of a review as it stands. Parts that are not done are not in it: nobody else can read them."""
    return fingerprint(said_in(review))


def said_in(review: Review) -> dict[str, Any]:
    """The content of a review as plain values. Eight queries."""
    rules = rules_of(review.enrolment.policy)
    plan = plan_made(review, rules)
    return {
        "review": review.milestone.title,
        "year_of": review.enrolment.person_id,
        "held_on": review.held_on,
        "progress": review.progress,
        "parts": [_part(each) for each in review.parts.order_by("pk")],
        "cited": [[piece.source, piece.title] for piece in titles_of(review)],
        "results": [_goal(each) for each in before(review, rules)],
        "plan": _plan(plan) if plan else None,
        "explained": review.explained,
        "handed_over": [[part.role, part.person_id, part.from_on, part.because] for part in handed_over(review)],
    }


def _part(part: Any) -> dict[str, Any]:
    is_done = part.done_at is not None
    return {
        "role": part.role,
        "came": part.came,
        "person": part.person_id if is_done else None,
        "text": part.text if is_done else "",
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {"stage": plan.stage, "goals": [_goal(each) for each in plan.goals.order_by("by_on", "pk")]}


def _goal(goal: PlanGoal) -> list[Any]:
    return [goal.pk, goal.need, goal.how, goal.support, goal.by_on, goal.result, goal.result_words]
