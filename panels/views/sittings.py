"""Sittings: taken up by a panel, with time and place."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from academy.engines.access.form_pages import FormPage
from academy.people.rules.spans import in_words
from panels.forms.panels import PlaceForm, TakeUpForm
from panels.models import Meeting, Panel
from panels.services.sittings import PLACE, set_place, take_up
from panels.views.doors import PANELS, MeetingDoor
from panels.views.panels import PanelForm
from pathways.selectors.sittings import sittings_ahead


class TakeUp(PanelForm):
    """One sitting to come of the panel's kind: from now on cases can be begun towards it."""

    form_class = TakeUpForm
    title = "Take up a sitting"
    done_message = "Taken up. Cases can be begun towards it."
    sitting: Any

    def load(self) -> Panel:
        panel = super().load()
        ahead = sittings_ahead(panel.organisation_id, panel.purpose, on=self.today)
        self.sitting = ahead.filter(pk=self.kwargs["sitting"]).first()
        if self.sitting is None:
            raise Http404
        return panel

    def read(self) -> dict[str, Any]:
        days = f"It meets on {in_words(self.sitting.on)}; cases are handed in by {in_words(self.sitting.submit_by)}."
        return {**super().read(), "intro": days}

    def act(self, form: TakeUpForm) -> Meeting:
        said = form.cleaned_data
        where = {"begins": said["begins"], "place": said["place"]}
        return take_up(sitting=self.sitting, panel=self.thing, **where, by=self.actor, at=self.now)


class SetPlace(MeetingDoor, FormPage):
    """When on its day and where it meets."""

    permission = PLACE
    form_class = PlaceForm
    title = "Say when and where it meets"
    done_message = "Saved."

    @property
    def panel(self) -> Panel:
        found: Panel = self.thing.panel
        return found

    def read(self) -> dict[str, Any]:
        page = self.panel.get_absolute_url()
        way = [(PANELS, reverse("panels:home")), (self.panel.title, page), (self.title, "")]
        when = f"{self.panel.title}, {in_words(self.thing.sitting.on)}"
        return {"caption": when, "cancel_url": page, "crumbs": way}

    def form_arguments(self) -> dict[str, Any]:
        begins = self.thing.starts_at
        clock = timezone.localtime(begins).time() if begins else None
        return {"initial": {"begins": clock, "place": self.thing.place}}

    def act(self, form: PlaceForm) -> Meeting:
        said = form.cleaned_data
        return set_place(meeting=self.thing, begins=said["begins"], place=said["place"], by=self.actor, at=self.now)

    def next_page(self, made: Any) -> str:
        return self.panel.get_absolute_url()
