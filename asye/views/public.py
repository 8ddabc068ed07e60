"""The ASYE of an organisation, told to everybody without signing in (S1-25, S4-15, S4-33)."""

from typing import Any

from academy.engines.access.views import Page
from academy.identity.models import Organisation
from academy.people.selectors.academy_pages import organisations_shown
from asye.selectors.programmes import programmes_shown


class PublicAsye(Page):
    """What the first year is in each service, and how to write to the academy about it."""

    public = True
    template_name = "asye/public.html"
    thing: Organisation

    def load(self) -> Organisation:
        organisation: Organisation = self.find(organisations_shown(self.today), slug=self.kwargs["slug"])
        return organisation

    def read(self) -> dict[str, Any]:
        programmes = programmes_shown(self.thing.pk, on=self.today)
        return {"title": "The first year: ASYE", "organisation": self.thing, "programmes": programmes}
