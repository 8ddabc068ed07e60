"""Reading one programme."""

from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.training.models import Programme
from academy.training.selectors.programmes import programme_page, programmes_to_read
from academy.training.views.catalogue import TRAINING


class ReadProgramme(Page):
    """Several courses that belong together: what they are, for whom, and how somebody finds those that fit her."""

    permission = "training.offer.see"
    section = "training"
    template_name = "training/programme.html"
    thing: Programme

    def load(self) -> Programme:
        programme: Programme = self.find(programmes_to_read(self.actor), pk=self.kwargs["pk"])
        return programme

    def read(self) -> dict[str, Any]:
        page = programme_page(self.thing, self.actor)
        return {
            "title": self.thing.title,
            "caption": "Programme",
            "crumbs": [TRAINING, (self.thing.title, "")],
            "page": page,
            "may_keep": page.is_offered and allows("training.offer.keep", self.actor, self.thing),
        }
