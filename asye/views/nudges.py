"""Nudges about the years ticked on the cohort board: read first, then sent."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from asye.forms.nudges import NudgeForm, numbers
from asye.selectors.nudges import Drafts, drafts_of
from asye.services.nudges import send_nudges
from asye.views.cohort import RUN
from asye.views.doors import to_board


class WriteNudges(FormPage):
    """What will be sent to whom."""

    permission = RUN
    section = "asye"
    form_class = NudgeForm
    template_name = "asye/cohort/nudges.html"
    title = "Nudge whoever they wait for"
    intro = "Read what will be sent before you send it. Nobody gets two in a week."

    @cached_property
    def cases(self) -> list[int]:
        """Ticked on the board, or sent back with the form."""
        sent = self.request.POST.get("cases", "") or ",".join(self.request.GET.getlist("case"))
        return numbers(sent)

    @cached_property
    def drafts(self) -> Drafts:
        return drafts_of(self.cases, self.actor)

    def form_arguments(self) -> dict[str, Any]:
        return {"cases": self.cases, "seen": self.drafts.sha256}

    def read(self) -> dict[str, Any]:
        return {
            "drafts": self.drafts,
            "cancel_url": self.next_page(None),
            "crumbs": [*to_board(), ("Nudge", "")],
        }

    def act(self, form: NudgeForm) -> None:
        sent = send_nudges(cases=self.cases, seen=form.cleaned_data["seen"], by=self.actor, at=self.now)
        messages.success(self.request, f"{sent} {'nudge' if sent == 1 else 'nudges'} sent.")

    def next_page(self, made: Model | None) -> str:
        return reverse("asye:cohort")
