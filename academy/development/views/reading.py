"""Reading one entry: its author sees it as it stands, a colleague sees the version shared with her."""

from typing import Any

from django.http import Http404

from academy.development.selectors.goals import goals_of_entry
from academy.development.selectors.reading import own_reading, read_version, share_open_to, talks_with
from academy.development.views.doors import EntryDoor
from academy.development.workflow.entries import ENTRY
from academy.engines.access.views import Page
from academy.engines.workflow.moves import available


class ReadEntry(EntryDoor, Page):
    """One entry. Reading a colleague's is written to the audit, where its author sees it."""

    permission = "development.entry.see"

    @property
    def is_own(self) -> bool:
        return self.thing.author_id == self.actor.person_id

    def person_read(self) -> int:
        return self.thing.author_id

    def get_template_names(self) -> list[str]:
        return ["development/entry.html" if self.is_own else "development/shared_entry.html"]

    def read(self) -> dict[str, Any]:
        return self._own() if self.is_own else self._shared()

    def _own(self) -> dict[str, Any]:
        reading = own_reading(self.thing)
        choices = available(ENTRY, self.thing, self.actor)
        return {
            "title": reading.written.title,
            "crumbs": [("My year", "/cpd/"), (reading.written.title, "")],
            "entry": self.thing,
            "written": reading.written,
            "reading": reading,
            "goals": goals_of_entry(self.thing, self.actor),
            "can": {choice.transition.name: choice.decision for choice in choices},
        }

    def _shared(self) -> dict[str, Any]:
        share = share_open_to(self.actor, self.thing)
        if share is None:
            raise Http404
        written = read_version(share.version)
        return {
            "title": written.title,
            "crumbs": [("My year", "/cpd/"), ("Shared with me", "/cpd/shared/"), (written.title, "")],
            "share": share,
            "author": self.thing.author,
            "written": written,
            "talks": talks_with(self.thing, self.actor.person_id),
        }
