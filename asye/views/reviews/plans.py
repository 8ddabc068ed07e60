"""The development plan that is made at a review, and what became of the one before."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.guard.pages import GuardedPage
from asye.forms.plans import GoalForm, ResultsForm
from asye.models import PlanGoal
from asye.selectors.reviews import before, plan_made
from asye.services.plans import add_goal, change_goal, say_results, take_out_goal
from asye.views.reviews.doors import ReviewDoor, ReviewForm

PLAN = "asye.plan.write"


class AddGoal(GuardedPage, ReviewForm):
    """A goal of the plan that is made at this review."""

    permission = PLAN
    form_class = GoalForm
    title = "A goal of the development plan"
    done_message = "Added to the plan."

    def act(self, form: GoalForm) -> Model:
        return add_goal(thing=self.review, goal=form.goal, by=self.actor, at=self.now)


class GoalOfReview(ReviewDoor):
    """A view of one goal of the plan that is made at this review."""

    @cached_property
    def goal(self) -> PlanGoal:
        plan = plan_made(self.review, self.rules)
        if plan is None:
            raise Http404
        found: PlanGoal = self.find(plan.goals.all(), pk=self.kwargs["goal"])
        return found


class ChangeGoal(GuardedPage, GoalOfReview, ReviewForm):
    """A goal of the plan made here, in other words."""

    permission = PLAN
    form_class = GoalForm
    title = "Change a goal"
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        goal = self.goal
        return {"initial": {name: getattr(goal, name) for name in ("need", "how", "support", "by_on")}}

    def act(self, form: GoalForm) -> Model:
        return change_goal(thing=self.review, goal=self.goal, said=form.goal, by=self.actor, at=self.now)


class TakeOutGoal(GoalOfReview, Act):
    """Take a goal out of the plan, by a button on the page of the review."""

    permission = PLAN
    done_message = "Taken out."

    def act(self) -> Model:
        return take_out_goal(thing=self.review, goal=self.goal, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.review.get_absolute_url()


class SayResults(GuardedPage, ReviewForm):
    """What became of the goals of the plan before."""

    permission = PLAN
    form_class = ResultsForm
    title = "What became of the plan before"
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        return {"goals": before(self.review, self.rules)}

    def act(self, form: ResultsForm) -> Model:
        return say_results(review=self.review, results=form.results, by=self.actor, at=self.now)
