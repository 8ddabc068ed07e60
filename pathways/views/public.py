"""The ladders an organisation shows to everybody, without signing in (S4-01)."""

from typing import Any

from django.http import Http404

from academy.engines.access.views import Page
from academy.identity.models import Organisation
from academy.people.selectors.academy_pages import organisations_shown
from pathways.selectors.editions import edition_said, public_ladders


class OfOrganisation(Page):
    """A page of an organisation that has an academy and has not ended."""

    public = True
    thing: Organisation

    def load(self) -> Organisation:
        organisation: Organisation = self.find(organisations_shown(self.today), slug=self.kwargs["slug"])
        return organisation


class PublicPathways(OfOrganisation):
    """The ladders in force that are shown to everybody."""

    template_name = "pathways/roadmap_public.html"

    def read(self) -> dict[str, Any]:
        ladders = public_ladders(self.thing, on=self.today)
        return {"title": "Career pathways", "organisation": self.thing, "ladders": ladders}


class PublicLadder(OfOrganisation):
    """The edition in force of one ladder: the map, what each grade looks like, the steps, and what each way asks."""

    template_name = "pathways/roadmap_public_ladder.html"

    def read(self) -> dict[str, Any]:
        ladders = public_ladders(self.thing, on=self.today)
        ladder = next((each for each in ladders if each.version.ladder == self.kwargs["ladder"]), None)
        if ladder is None:
            raise Http404
        said = edition_said(ladder.content, home=ladder.home, title=ladder.version.title, on=self.today)
        return {
            "title": ladder.version.title,
            "organisation": self.thing,
            "version": ladder.version,
            "said": said,
        }
