"""The outbox of a sitting: letters to be read, who gives feedback, the clock; and telling everything once."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page
from academy.people.rules.spans import in_words
from panels.forms.outcomes import TellForm
from panels.selectors.board import title_of
from panels.selectors.outbox import Outbox, goes_by, outbox_of
from panels.services.letters import RELEASE
from panels.services.releasing import OUTBOX, latest_of, release, release_alone
from panels.views.case_forms import CaseForm
from panels.views.doors import PANELS, MeetingDoor


class OutboxDoor(MeetingDoor):
    """A view of what one sitting has to tell."""

    permission = OUTBOX

    @cached_property
    def outbox(self) -> Outbox:
        return outbox_of(self.thing, self.actor)

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        meeting = f"Meeting of {in_words(self.thing.sitting.on)}"
        return [(PANELS, reverse("panels:home")), (meeting, self.thing.get_absolute_url())]

    @property
    def here(self) -> str:
        """The outbox itself."""
        return reverse("panels:outbox", args=[self.thing.pk])


class ReadOutbox(OutboxDoor, Page):
    """Every decision of the sitting that is not told, with its letter, and what is missing before all can go."""

    template_name = "panels/outbox/outbox.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Outbox",
            "caption": title_of(self.thing),
            "outbox": self.outbox,
            "crumbs": [*self.crumbs, ("Outbox", "")],
        }


class Release(OutboxDoor, FormPage):
    """Everything is told, once; late, with a note of why."""

    form_class = TellForm
    title = "Tell what was decided"
    intro = "Every letter goes at once, and everybody concerned is told that it is there. It cannot be taken back."
    done_message = "Told. Every letter has gone, and everybody concerned is told that it is there."

    def form_arguments(self) -> dict[str, Any]:
        return {"is_late": self.outbox.is_late}

    def read(self) -> dict[str, Any]:
        crumbs = [*self.crumbs, ("Outbox", self.here), (self.title, "")]
        return {"caption": title_of(self.thing), "cancel_url": self.here, "crumbs": crumbs}

    def act(self, form: TellForm) -> Model:
        return release(meeting=self.thing, note=form.said, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.here


class ReleaseAlone(CaseForm):
    """One decision is told by itself, after its sitting was."""

    permission = RELEASE
    form_class = TellForm
    title = "Tell this decision"
    intro = "The letter goes now, and everybody concerned is told that it is there. It cannot be taken back."
    done_message = "Told. The letter has gone."

    def form_arguments(self) -> dict[str, Any]:
        decision = latest_of(self.case)
        return {"is_late": decision is not None and self.today > goes_by([decision])}

    def act(self, form: TellForm) -> Model:
        return release_alone(case=self.case, note=form.said, by=self.actor, at=self.now)
