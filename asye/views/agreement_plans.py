"""The development plan that is made with an agreement: its goals added, changed, taken out while it is written."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.guard.pages import GuardedPage
from asye.choices.year import AgreementState
from asye.forms.plans import GoalForm
from asye.models import PlanGoal
from asye.selectors.plans import goals_made_with
from asye.services.plans import add_goal, change_goal, take_out_goal
from asye.views.agreements import AgreementDoor

PLAN = "asye.plan.write"


class GoalPage(GuardedPage, AgreementDoor, FormPage):
    """A form about a goal; once the agreement is sent to be signed, its page leads to the agreement."""

    permission = PLAN
    form_class = GoalForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.thing.state != AgreementState.DRAFT:
            return HttpResponseRedirect(self.thing.get_absolute_url())
        return super().get(request, *args, **kwargs)

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.enrolment.person.full_name,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return self.thing.get_absolute_url()


class AddGoal(GoalPage):
    """A goal of the first development plan."""

    title = "A goal of the first development plan"
    done_message = "Added to the plan."

    def act(self, form: GoalForm) -> Model:
        return add_goal(thing=self.thing, goal=form.goal, by=self.actor, at=self.now)


class GoalOfAgreement(AgreementDoor):
    """A view of one goal of the plan that is made with this agreement."""

    @cached_property
    def goal(self) -> PlanGoal:
        found: PlanGoal = self.find(goals_made_with(self.thing), pk=self.kwargs["goal"])
        return found


class ChangeGoal(GoalOfAgreement, GoalPage):
    """A goal in other words."""

    title = "Change a goal"
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {name: getattr(self.goal, name) for name in ("need", "how", "support", "by_on")}}

    def act(self, form: GoalForm) -> Model:
        return change_goal(thing=self.thing, goal=self.goal, said=form.goal, by=self.actor, at=self.now)


class TakeOutGoal(GoalOfAgreement, Act):
    """Take a goal out of the plan, by a button on the page of the agreement."""

    permission = PLAN
    done_message = "Taken out."

    def act(self) -> Model:
        return take_out_goal(thing=self.thing, goal=self.goal, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.get_absolute_url()
