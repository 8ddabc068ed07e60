"""The ways back, and the way to one year, found through what the actor may know of."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.views import Door
from academy.identity.actor import Actor
from asye.models import Enrolment
from asye.selectors.parts import roles_of

# Where the ASYE is opened.
HOME = ("ASYE", "/asye/")
BOARD = "ASYE cohort board"


def to_board() -> list[tuple[str, str]]:
    """The way back to the board, as the pages of the desk begin."""
    return [HOME, (BOARD, reverse("asye:cohort"))]


def to_year(year: Enrolment, actor: Actor) -> tuple[str, str]:
    """The way back to a year, as the pages of all that belongs to it begin."""
    whose = "Your ASYE" if year.person_id == actor.person_id else f"{year.person.full_name}’s ASYE"
    return whose, year.get_absolute_url()


class YearDoor(Door):
    """A view of one year. `roles` are the parts the actor has in it on her day."""

    permission = "asye.enrolment.see"
    section = "asye"
    thing: Enrolment

    def load(self) -> Enrolment:
        visible = Enrolment.objects.visible_to(self.actor)
        found: Enrolment = self.find(visible.select_related("person", "organisation", "policy"), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    @cached_property
    def roles(self) -> frozenset[str]:
        return roles_of(self.actor, self.thing)

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [to_year(self.thing, self.actor)]

    def of_year(self) -> dict[str, Any]:
        """What every page of a year shows."""
        return {"enrolment": self.thing, "is_own": self.is_own, "roles": self.roles}
