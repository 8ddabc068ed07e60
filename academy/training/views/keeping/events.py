"""The academy's pages about its events: the list, planning one, changing, opening and cancelling it."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page
from academy.identity.models import Person
from academy.people.selectors.keeping import colleagues_called
from academy.training.forms.events import CancelEventForm, EventForm, NewEventForm, initial_of
from academy.training.models import Course
from academy.training.selectors.kept_events import kept_events, plannable_courses, with_seats
from academy.training.services.events import cancel_event, change, open_booking, plan
from academy.training.views.events import EventDoor
from academy.training.views.ways import Crumbs

PER_PAGE = 50
# What a page that leads here may already know of the event.
KNOWN_BEFORE = ("course", "mainly_for", "capacity")


class KeepsEvents(Door):
    """A page of the academy of the organisation acted in."""

    section = "settings"
    permission = "training.event.keep"

    def find_colleagues(self, words: str) -> list[Person]:
        return colleagues_called(self.actor, words)

    def event_crumbs(self, *steps: tuple[str, str]) -> Crumbs:
        """The way back to the settings and the events."""
        events = reverse("training_settings:events") if steps else ""
        return [("Settings", reverse("settings:start")), ("Events", events), *steps]


class KeptEvents(KeepsEvents, Page):
    """Events to come with how many come and wait; those past on request."""

    template_name = "training/keeping/events.html"

    def read(self) -> dict[str, Any]:
        past = "past" in self.request.GET
        page = Paginator(kept_events(self.actor, past=past), PER_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "Past events" if past else "Events",
            "past": past,
            "page": page,
            "events": with_seats(list(page.object_list)),
            "crumbs": self.event_crumbs(),
        }


class PlanEvent(KeepsEvents, FormPage):
    """Plans an event; it is seen by nobody else until it is opened."""

    form_class = NewEventForm
    title = "Plan an event"
    done_message = "The event is planned. Open it for booking when everything is right."

    @property
    def courses(self) -> list[Course]:
        return list(plannable_courses(self.actor))

    def form_arguments(self) -> dict[str, Any]:
        known = {name: self.request.GET[name] for name in KNOWN_BEFORE if name in self.request.GET}
        return {"find": self.find_colleagues, "courses": self.courses, "initial": known}

    def read(self) -> dict[str, Any]:
        return {"cancel_url": reverse("training_settings:events"), "crumbs": self.event_crumbs((self.title, ""))}

    def act(self, form: NewEventForm) -> Model:
        return plan(course=form.chosen_course, plan=form.plan, by=self.actor, at=self.now)


class KeptEvent(EventDoor, KeepsEvents):
    """A page about one event."""

    section = "settings"
    permission = "training.event.keep"


class KeptEventForm(KeptEvent, FormPage):
    """One form and one act about an event; afterwards its page."""

    def read(self) -> dict[str, Any]:
        back = self.thing.get_absolute_url()
        return {
            "caption": self.thing.name,
            "cancel_url": back,
            "crumbs": self.event_crumbs((self.thing.name, back), (self.title, "")),
        }


class ChangeEvent(KeptEventForm):
    """Changes an event; whoever is on the way to it is told."""

    form_class = EventForm
    title = "Change the event"
    intro = "If days, place or link change, everybody who has a place or waits for one is told by mail."
    done_message = "The event is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        return {"find": self.find_colleagues, "initial": initial_of(self.thing)}

    def act(self, form: EventForm) -> Model:
        return change(event=self.thing, plan=form.plan, by=self.actor, at=self.now)


class CancelEvent(KeptEventForm):
    """Cancels an event with a reason."""

    form_class = CancelEventForm
    title = "Cancel the event"
    intro = "Everybody who has a place or waits for one is told by mail. This cannot be undone."
    done_message = "The event is cancelled, and everybody is told."

    def act(self, form: CancelEventForm) -> Model:
        return cancel_event(event=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)


class OpenEvent(KeptEvent, Act):
    """Opens an event for booking."""

    done_message = "The event is open for booking."

    def act(self) -> Model:
        return open_booking(event=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.get_absolute_url()
