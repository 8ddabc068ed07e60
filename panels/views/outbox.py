"""The outbox of a sitting: letters to be read, who gives feedback, the clock; and telling everything once."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.acts import Act
from academy.engines.access.views import Page
from academy.people.rules.spans import in_words
from panels.selectors.outbox import outbox_of
from panels.services.letters import RELEASE
from panels.services.releasing import OUTBOX, release, release_alone
from panels.views.doors import PANELS, CaseDoor, MeetingDoor


class OutboxDoor(MeetingDoor):
    """A view of what one sitting has to tell."""

    permission = OUTBOX


class ReadOutbox(OutboxDoor, Page):
    """Every decision of the sitting that is not told, with its letter, and what is missing before all can go."""

    template_name = "panels/outbox/outbox.html"

    def read(self) -> dict[str, Any]:
        when = in_words(self.thing.sitting.on)
        return {
            "title": "Outbox",
            "caption": f"{self.thing.panel.title}, {when}",
            "outbox": outbox_of(self.thing, self.actor),
            "crumbs": [
                (PANELS, reverse("panels:home")),
                (f"Meeting of {when}", self.thing.get_absolute_url()),
                ("Outbox", ""),
            ],
        }


class Release(OutboxDoor, Act):
    """Everything is told, once."""

    done_message = "Told. Every letter has gone, and everybody concerned is told that it is there."

    def act(self) -> Model:
        return release(meeting=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("panels:outbox", args=[self.thing.pk])


class ReleaseAlone(CaseDoor, Act):
    """One decision is told by itself, after its sitting was."""

    permission = RELEASE
    done_message = "Told. The letter has gone."

    def act(self) -> Model:
        return release_alone(case=self.case, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.case.get_absolute_url()
