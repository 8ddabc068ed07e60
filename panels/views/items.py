"""What is done with one case of an agenda: called, put off, moved, opened once more."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from panels.forms.meetings import FinishForm, MinutesForm, ReopenForm, TakeOffForm
from panels.models import AgendaItem
from panels.selectors.agenda_items import items_at_table, place_of
from panels.selectors.board import title_of
from panels.selectors.called import called
from panels.selectors.sight import sees_of
from panels.selectors.wording import about
from panels.services import agenda, items
from panels.services.reopening import reopen
from panels.views.case_forms import CaseForm
from panels.views.doors import PANELS, ReadByPanel

ASSIGN, RUN = "panels.case.assign", "panels.item.run"
BESIDE = (
    *("case__person", "case__policy", "case__sitting", "case__panel", "case__grade", "case__vacancy"),
    *("case__journey", "case__manager", "case__organisation", "meeting__panel", "meeting__sitting", "meeting__policy"),
)


class ItemDoor(ReadByPanel):
    """A view of one item, of those whose case the actor sees by a part on the panel."""

    permission = RUN
    section = "panels"
    thing: AgendaItem

    def load(self) -> AgendaItem:
        seen = items_at_table(self.actor).select_related(*BESIDE)
        found: AgendaItem = self.find(seen, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.case.person_id

    @cached_property
    def called(self) -> str:
        return called(self.thing.case, sees_of(self.actor, self.thing.case))

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        here = self.thing.meeting
        return [(PANELS, reverse("panels:home")), (title_of(here), here.get_absolute_url())]


class ItemAct(ItemDoor, Act):
    def next_page(self) -> str:
        return self.thing.meeting.get_absolute_url()


class ItemForm(ItemDoor, FormPage):
    def read(self) -> dict[str, Any]:
        return {
            "caption": f"{self.called}: {about(self.thing.case)}",
            "item": self.thing,
            "cancel_url": self.thing.meeting.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def next_page(self, made: Model | None) -> str:
        return self.thing.meeting.get_absolute_url()


class Call(ItemAct):
    done_message = "It is on the table."

    def act(self) -> Model:
        return items.call(item=self.thing, by=self.actor, at=self.now)


class PutBack(ItemAct):
    done_message = "It waits again, after all others."

    def act(self) -> Model:
        return items.put_back(item=self.thing, by=self.actor, at=self.now)


class Finish(ItemForm):
    """The case leaves the table without a decision."""

    form_class = FinishForm
    title = "Put the case off"
    intro = "It leaves this agenda, and can come on another. The reason stands in the minutes."
    done_message = "Put off."

    def act(self, form: FinishForm) -> Model:
        return items.finish(item=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)


class Move(ItemAct):
    """One place earlier or later on the agenda."""

    permission = ASSIGN
    done_message = "Moved."

    def act(self) -> Model:
        to = place_of(self.thing) + (1 if self.kwargs["way"] == "later" else -1)
        return agenda.move(item=self.thing, to=to, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return reverse("panels:agenda", args=[self.thing.meeting_id])


class Minutes(ItemForm):
    permission = ASSIGN
    form_class = MinutesForm
    title = "Minutes of the case"
    done_message = "Kept."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"minutes": self.thing.minutes}}

    def act(self, form: MinutesForm) -> Model:
        said = form.cleaned_data["minutes"]
        return agenda.give_minutes(item=self.thing, minutes=said, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("panels:agenda", args=[self.thing.meeting_id])


class TakeOff(ItemForm):
    permission = ASSIGN
    form_class = TakeOffForm
    title = "Take the case off the agenda"
    done_message = "It is off the agenda, and can come on another."

    def act(self, form: TakeOffForm) -> Model:
        return agenda.take_off(item=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("panels:agenda", args=[self.thing.meeting_id])


class Reopen(CaseForm):
    """The latest decision is opened once more."""

    permission = "panels.case.reopen"
    form_class = ReopenForm
    title = "Open the decision once more"
    done_message = "It is open once more. What was decided stays to be read."

    def act(self, form: ReopenForm) -> Model:
        return reopen(case=self.case, note=form.cleaned_data["note"], by=self.actor, at=self.now)
