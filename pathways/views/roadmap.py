"""My pathway: the ladder somebody stands on as a map, the ladders of her organisations, and both as documents."""

from typing import Any

from django.db.models import Model
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.views import Door, Page
from academy.engines.documents.services.documents import order
from academy.identity.models import Person
from academy.people.selectors.people import visible_to
from pathways.documents import EDITION, PLAN
from pathways.models import LadderVersion
from pathways.selectors.editions import edition_said, editions_seen, ladder_lines, other_editions
from pathways.selectors.ladders import ladder_of
from pathways.selectors.roadmap import roadmap_of, whom_to_ask
from pathways.selectors.standings import Standing, standings_of

MY_PATHWAY = ("My pathway", "/pathways/")
LADDERS = ("Ladders", "/pathways/ladders/")


class OwnDoor(Door):
    """One's own standing: that of the primary post, or the one `of` and `ladder` name."""

    permission = "pathways.ladder.see"
    section = "pathways"
    thing: Person

    def load(self) -> Person:
        person: Person = self.find(visible_to(self.actor), pk=self.actor.person_id)
        return person

    @cached_property
    def standings(self) -> list[Standing]:
        return standings_of([self.thing.pk], on=self.today)[self.thing.pk]

    @cached_property
    def standing(self) -> Standing | None:
        """The one asked for, else the first."""
        asked = self.request.POST if self.request.method == "POST" else self.request.GET
        named = (each for each in self.standings if _is_named(each, asked.get("of", ""), asked.get("ladder", "")))
        return next(named, None) or next(iter(self.standings), None)


class MyPathway(OwnDoor, Page):
    """The ladder one stands on; without a rung, whom to ask and which ladders there are."""

    template_name = "pathways/roadmap.html"

    def get_template_names(self) -> list[str]:
        on_a_rung = self.standing is not None and self.standing.rung is not None
        return [self.template_name if on_a_rung else "pathways/roadmap_none.html"]

    def read(self) -> dict[str, Any]:
        standing = self.standing
        page = {"title": "My pathway", "person": self.thing, "standing": standing, "standings": self.standings}
        if standing is None or standing.rung is None:
            return {**page, "asks": whom_to_ask(self.actor, standing), "ladders": ladder_lines(self.actor)}
        return {**page, "found": roadmap_of(standing, self.thing, self.actor)}


class MakePlan(OwnDoor, Act):
    """Has one's pathways plan made as a PDF."""

    done_message = "Your pathways plan is being made."

    def act(self) -> Model:
        standing = self.standing
        place = standing.organisation.slug if standing else ""
        ladder = standing.ladder.version.ladder if standing else ""
        self.made = order(kind=PLAN, by=self.actor, at=self.now, choices={"of": place, "ladder": ladder})
        return self.made

    def next_page(self) -> str:
        return self.made.get_absolute_url()


class Ladders(Page):
    """The ladders of one's organisations with their editions."""

    permission = "pathways.ladder.see"
    section = "pathways"
    template_name = "pathways/roadmap_ladders.html"

    def read(self) -> dict[str, Any]:
        return {"title": "Ladders", "crumbs": [MY_PATHWAY, ("Ladders", "")], "ladders": ladder_lines(self.actor)}


class EditionDoor(Door):
    """One edition of a ladder."""

    permission = "pathways.ladder.see"
    section = "pathways"
    thing: LadderVersion

    def load(self) -> LadderVersion:
        version: LadderVersion = self.find(editions_seen(self.actor), pk=self.kwargs["pk"])
        return version


class ReadLadder(EditionDoor, Page):
    """All that an edition says, with the older and the coming ones."""

    template_name = "pathways/roadmap_ladder.html"

    def read(self) -> dict[str, Any]:
        ladder = ladder_of(self.thing)
        line = other_editions(self.thing, self.actor)
        return {
            "title": self.thing.title,
            "caption": self.thing.organisation.short_name,
            "crumbs": [MY_PATHWAY, LADDERS, (self.thing.title, "")],
            "version": self.thing,
            "line": next(each for each in line.editions if each.version == self.thing),
            "others": [each for each in line.editions if each.version != self.thing],
            "said": edition_said(ladder.content, home=ladder.home, title=self.thing.title, on=self.today),
        }


class MakeEdition(EditionDoor, Act):
    """Has an edition made as a PDF."""

    done_message = "The pathways plan is being made."

    def act(self) -> Model:
        self.made = order(kind=EDITION, by=self.actor, at=self.now, choices={"edition": str(self.thing.pk)})
        return self.made

    def next_page(self) -> str:
        return self.made.get_absolute_url()


def _is_named(standing: Standing, place: str, ladder: str) -> bool:
    return standing.organisation.slug == place and ladder in ("", standing.ladder.version.ladder)
