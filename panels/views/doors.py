"""The ways to a case and to a panel, found through what the actor may know of."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.views import Door
from panels.models import Case, Meeting, Panel
from panels.rules.visibility import JUDGING_PARTS, As
from panels.selectors.called import called
from panels.selectors.sight import Sees, sees_of

PANELS = "Panels"
YOURS = "Your case"


class ReadByPanel(Door):
    """A view that shows somebody's record to her panel. Reading as somebody who judges is noted like any other, but not
    told to the candidate: she would learn who judges."""

    @property
    def tells_readers(self) -> bool:
        return False


class CaseDoor(ReadByPanel):
    """A view of one case, or of something that belongs to one. `sees` is what the actor sees of it."""

    permission = "panels.case.see"
    section = "panels"
    thing: Case

    def load(self) -> Case:
        visible = Case.objects.visible_to(self.actor)
        beside = ("person", "organisation", "policy", "panel", "sitting", "vacancy", "grade")
        found: Case = self.find(visible.select_related(*beside), pk=self.kwargs["pk"])
        return found

    @property
    def case(self) -> Case:
        """The case it is about; a view of something that belongs to one says which."""
        return self.thing

    def person_read(self) -> int | None:
        return self.case.person_id

    @property
    def tells_readers(self) -> bool:
        return self.sees.acts_as.isdisjoint({*JUDGING_PARTS, As.HEARER})

    @cached_property
    def sees(self) -> Sees:
        return sees_of(self.actor, self.case)

    @property
    def is_own(self) -> bool:
        return self.case.person_id == self.actor.person_id

    @property
    def called(self) -> str:
        """Her own to the candidate, else by her name, or by its number to whom the name is hidden."""
        return YOURS if self.is_own else called(self.case, self.sees)

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [(PANELS, reverse("panels:home")), (self.called, self.case.get_absolute_url())]

    def of_case(self) -> dict[str, Any]:
        """What every page of a case shows."""
        return {"case": self.case, "sees": self.sees, "is_own": self.is_own, "caption": self.called}


class MeetingDoor(Door):
    """A view of one meeting: its board, its cases, who reviews them, what it has to tell."""

    permission = "panels.meeting.see"
    section = "panels"
    thing: Meeting

    def load(self) -> Meeting:
        visible = Meeting.objects.visible_to(self.actor)
        found: Meeting = self.find(
            visible.select_related("panel__organisation", "sitting", "policy"), pk=self.kwargs["pk"]
        )
        return found

    @property
    def meeting(self) -> Meeting:
        return self.thing


class PanelDoor(Door):
    """A view of one panel."""

    permission = "panels.panel.see"
    section = "panels"
    thing: Panel

    def load(self) -> Panel:
        visible = Panel.objects.visible_to(self.actor)
        found: Panel = self.find(visible.select_related("organisation"), pk=self.kwargs["pk"])
        return found

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [(PANELS, reverse("panels:home")), (self.thing.title, self.thing.get_absolute_url())]
