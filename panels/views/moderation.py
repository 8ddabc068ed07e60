"""Moderation of ASYEs: recommendations that wait are put to a sitting."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.ui.wording import counted
from panels.forms.moderation import PutForm
from panels.models import Meeting
from panels.selectors.moderating import moderating_meetings, to_put_to_a_panel
from panels.services.moderation_cases import BEGIN, put_to
from panels.views.doors import PANELS


class PutToPanel(FormPage):
    """The recommendations of the organisation that are with no panel. Reading the list opens nobody's record."""

    permission = BEGIN
    section = "panels"
    form_class = PutForm
    template_name = "panels/moderation/put.html"
    title = "Put ASYEs to a panel"
    intro = "Each becomes a case of the sitting at once, under the names the panel’s policy lets it know."

    @cached_property
    def waiting(self) -> list[Any]:
        return list(to_put_to_a_panel(self.actor))

    @cached_property
    def meetings(self) -> list[Meeting]:
        return moderating_meetings(self.actor)

    def form_arguments(self) -> dict[str, Any]:
        return {"waiting": self.waiting, "meetings": self.meetings}

    def read(self) -> dict[str, Any]:
        home = reverse("panels:home")
        return {
            "waiting": self.waiting,
            "meetings": self.meetings,
            "cancel_url": home,
            "crumbs": [(PANELS, home), (self.title, "")],
        }

    def act(self, form: PutForm) -> Model | None:
        begun = put_to(recommendations=form.chosen, meeting=form.meeting, by=self.actor, at=self.now)
        messages.success(self.request, f"{counted(len(begun), 'case')} put to the sitting.")
        return form.meeting

    def next_page(self, made: Model | None) -> str:
        return reverse("panels:sitting-cases", args=[made.pk if made is not None else 0])
