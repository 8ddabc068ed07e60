"""The record of one year: what is next first, then each noun's panel, and who has read it."""

from typing import Any

from academy.engines.access.views import Page
from academy.engines.audit.selectors.events import readers_of
from asye.selectors.heading import heading_of
from asye.selectors.next_steps import next_steps
from asye.selectors.panels import panels_of
from asye.views.doors import YearDoor

READERS_SHOWN = 5


class RecordPage(YearDoor, Page):
    """The whole year on one page, as whoever looks may see it."""

    template_name = "asye/record.html"

    def read(self) -> dict[str, Any]:
        return {
            **self.of_year(),
            "title": self.thing.person.full_name,
            "heading": heading_of(self.thing, on=self.today),
            "steps": next_steps(self.thing, self.actor),
            "rows": panels_of(self.thing, actor=self.actor, roles=self.roles),
            "readers": readers_of("asye.enrolment", self.thing.pk, most=READERS_SHOWN) if self.is_own else [],
        }
