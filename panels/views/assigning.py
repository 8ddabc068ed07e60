"""One case is given to reviewers, answered, and given to somebody else."""

from typing import Any

from django.db.models import Model
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.guard.pages import GuardedPage
from academy.people.rules.spans import in_words
from panels.choices.judging import AssignmentState
from panels.forms.assigning import AnswerForm, AssignForm, TakeOffForm
from panels.models import Assignment, Case
from panels.selectors.sharing import Choosing, choosing_for
from panels.selectors.wording import about
from panels.services.assigning import ASSIGN, assign, decline, replace, take_off, take_on
from panels.services.closing import CLOSE, close_reviews
from panels.views.case_forms import CaseForm
from panels.views.doors import CaseDoor


class AssignmentForm(CaseForm):
    """A form about a case that was given to somebody."""

    thing: Any

    def load(self) -> Any:
        beside = ("person", "case__person", "case__organisation", "case__policy", "case__grade", "case__vacancy")
        visible = Assignment.objects.visible_to(self.actor).select_related(*beside)
        return self.find(visible, pk=self.kwargs["pk"])

    @property
    def case(self) -> Case:
        found: Case = self.thing.case
        return found


class AssignCase(CaseForm):
    """Whom to ask, and what bars the others."""

    permission = ASSIGN
    template_name = "panels/assigning/assign.html"
    form_class = AssignForm
    title = "Ask a reviewer"
    intro = "She judges the case alone, before the panel compares."
    done_message = "Asked. She is told."

    @cached_property
    def choosing(self) -> Choosing:
        return choosing_for(self.case, on=self.today)

    def form_arguments(self) -> dict[str, Any]:
        return {"offered": self.choosing.offered}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "choosing": self.choosing}

    def act(self, form: AssignForm) -> Model:
        return assign(case=self.case, person=form.chosen, by=self.actor, at=self.now)


class CloseReviews(CaseDoor, Act):
    """Goes on with the reviews there are."""

    permission = CLOSE
    done_message = "The reviews are in."

    def act(self) -> Model:
        return close_reviews(case=self.case, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.case.get_absolute_url()


class AnswerAssignment(GuardedPage, AssignmentForm):
    """Whoever was asked takes the case on or declines."""

    permission = "panels.assignment.answer"
    form_class = AnswerForm
    title = "A case to judge"

    def form_arguments(self) -> dict[str, Any]:
        return {"state": AssignmentState(self.thing.state)}

    def read(self) -> dict[str, Any]:
        by = (
            f"Judge it alone by {in_words(self.thing.due_on)}; say by {in_words(self.thing.answer_by)} whether you can."
        )
        tied = "If something connects you with the candidate, say so on the page of the case instead."
        return {**super().read(), "intro": f"{about(self.case)}. {by} {tied}"}

    def act(self, form: AnswerForm) -> Model:
        if form.takes_it_on:
            return take_on(assignment=self.thing, by=self.actor, at=self.now)
        return decline(assignment=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)


class TakeOff(GuardedPage, AssignmentForm):
    """A case is taken off somebody, and given to somebody else at once where one is chosen."""

    permission = ASSIGN
    form_class = TakeOffForm
    title = "Take the case off her"
    done_message = "Done. Those it is about are told."

    def form_arguments(self) -> dict[str, Any]:
        return {"offered": choosing_for(self.case, on=self.today).offered}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "intro": f"{self.thing.person.full_name} was asked to judge it."}

    def act(self, form: TakeOffForm) -> Model:
        said = {"assignment": self.thing, "reason": form.cleaned_data["reason"], "by": self.actor, "at": self.now}
        return replace(to=form.chosen, **said) if form.chosen else take_off(**said)
