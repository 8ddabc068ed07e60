"""Looking at reviews once more, asking somebody to, and opening a review again."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from academy.identity.models import Person
from panels.choices.drafts import LOOK_FORM
from panels.choices.judging import AssignmentKind
from panels.forms.judging import AskLookForm, LookForm, OpenAgainForm
from panels.models import Assignment, Case
from panels.rules.visibility import Sight
from panels.selectors.looked import able_to_look, looked_at
from panels.selectors.sections.reviews import reviews_shown
from panels.services.looking import ASSIGN, ask_to_look, hand_in_look
from panels.services.opening_again import OPEN_AGAIN, open_again
from panels.views.doors import CaseDoor
from panels.views.judging import JudgingDoor, is_open


class LookAgain(GuardedPage, Autosaved, JudgingDoor):
    """All reviews side by side beside what was handed in, and what whoever looks again says of them."""

    template_name = "panels/judging/look.html"
    form_class = LookForm
    draft_form = LOOK_FORM
    done_message = "Handed in. The chair is told."

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.thing.kind != AssignmentKind.LOOK or not is_open(self.thing):
            return HttpResponseRedirect(reverse("panels:judged", args=[self.thing.pk]))
        return super().get(request, *args, **kwargs)

    def read(self) -> dict[str, Any]:
        return {
            **self.of_judging(),
            "part": reviews_shown(self.case, actor=self.actor, sees=self.sees),
            "cancel_url": self.case.get_absolute_url(),
        }

    def save(self, form: LookForm) -> Model:
        return hand_in_look(assignment=self.thing, said=form.said, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.case.get_absolute_url()


class AskToLook(CaseDoor, FormPage):
    """Whom to ask, and what asks for it."""

    permission = ASSIGN
    template_name = "panels/judging/ask_to_look.html"
    form_class = AskLookForm
    title = "Ask for another look"
    done_message = "Asked. She is told."

    @cached_property
    def people(self) -> list[Person]:
        return able_to_look(self.case, on=self.today)

    def form_arguments(self) -> dict[str, Any]:
        return {"people": self.people}

    def read(self) -> dict[str, Any]:
        shown = Sight.REVIEWS in self.sees
        return {
            **self.of_case(),
            "fired": looked_at([self.case])[self.case.pk].fired if shown else (),
            "people": self.people,
            "cancel_url": self.case.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: AskLookForm) -> Model:
        return ask_to_look(case=self.case, person=form.chosen, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.case.get_absolute_url()


class OpenAgain(CaseDoor, FormPage):
    """The chair says why a review is to be handed in once more."""

    permission = OPEN_AGAIN
    form_class = OpenAgainForm
    title = "Open a review again"
    done_message = "It is open again. The reviewer is told."
    thing: Any

    def load(self) -> Any:
        beside = ("person", "case__person", "case__organisation", "case__policy", "case__sitting")
        visible = Assignment.objects.visible_to(self.actor).reviews().select_related(*beside)
        return self.find(visible, pk=self.kwargs["pk"])

    @property
    def case(self) -> Case:
        found: Case = self.thing.case
        return found

    def read(self) -> dict[str, Any]:
        return {
            **self.of_case(),
            "caption": f"{self.called}: the review of {self.thing.person.full_name}",
            "cancel_url": self.case.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: OpenAgainForm) -> Model:
        return open_again(assignment=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.case.get_absolute_url()
