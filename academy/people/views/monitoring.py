"""Equality monitoring: one's own answers, kept, taken along and taken back."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door
from academy.engines.imports.downloads import table
from academy.people.forms.keeping.dated import SureForm
from academy.people.forms.monitoring import MonitoringQuestions
from academy.people.schema.monitoring import MonitoringPart
from academy.people.selectors.monitoring import form_for, own_answers
from academy.people.services import monitoring

TITLE = "About you, for equality monitoring"
NOTHING = "Nothing is asked here at present. What you answered before is counted no more; you can take it back below."


class OwnMonitoring(FormPage):
    """Her answers read back, to change or leave."""

    permission = "people.monitoring.answer"
    section = "people"
    template_name = "people/monitoring/own.html"
    form_class = MonitoringQuestions
    title = TITLE
    done_message = "Your answers are kept as you gave them. Nobody else reads them."

    @cached_property
    def asked(self) -> MonitoringPart | None:
        return form_for(self.actor.organisation_id, on=self.today)

    def form_arguments(self) -> dict[str, Any]:
        questions = self.asked.questions if self.asked else []
        return {"questions": questions, "initial": own_answers(self.actor)}

    def read(self) -> dict[str, Any]:
        return {
            "intro": self.asked.why if self.asked else NOTHING,
            "has_answers": bool(own_answers(self.actor)),
            "cancel_url": reverse("people:own"),
            "crumbs": [("My record", reverse("people:own")), (TITLE, "")],
        }

    def act(self, form: MonitoringQuestions) -> Model:
        return monitoring.answer(answers=form.cleaned_data, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("people:monitoring")


class TakeBack(FormPage):
    permission = "people.monitoring.answer"
    section = "people"
    form_class = SureForm
    title = "Take back all your answers?"
    intro = "They are deleted, and counted no more."
    done_message = "Your answers are deleted."

    def read(self) -> dict[str, Any]:
        back = reverse("people:monitoring")
        return {
            "cancel_url": back,
            "crumbs": [("My record", reverse("people:own")), (TITLE, back), ("Take back", "")],
        }

    def act(self, form: SureForm) -> Model:
        return monitoring.take_back(by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("people:monitoring")


class TakeAlong(Door):
    """Her own answers as a CSV file."""

    permission = "people.monitoring.answer"
    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return table("my-answers.csv", ["question", "answer"], sorted(own_answers(self.actor).items()))
