"""One's places: all of them, one of them, taking an offer, giving one back, and its calendar file."""

from functools import cached_property
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.training.choices import BookingState
from academy.training.forms.bookings import LeaveForm
from academy.training.models import Booking
from academy.training.rules.calendar import Method, calendar_file
from academy.training.rules.places import Leaving, leaving
from academy.training.selectors.bookings import booking_seen, my_bookings
from academy.training.selectors.calendars import invitation_of
from academy.training.services.bookings import cancel, take
from academy.training.services.place_notices import FILE_NAME
from academy.training.views.ways import HER_PLACES, TRAINING, Crumbs


class MyBookings(Page):
    """Every place of one's own: to come, and past."""

    section = "training"
    permission = "training.offer.see"
    template_name = "training/bookings.html"

    def read(self) -> dict[str, Any]:
        return {"title": "My bookings", "bookings": my_bookings(self.actor)}


class BookingDoor(Door):
    """A view of one booking, found through what the actor may know of."""

    section = "training"
    permission = "training.booking.change"
    thing: Booking

    def load(self) -> Booking:
        visible = Booking.objects.visible_to(self.actor).select_related(
            "event__course", "event__organisation", "person", "request"
        )
        booking: Booking = self.find(visible, pk=self.kwargs["pk"])
        return booking

    def person_read(self) -> int:
        return self.thing.person_id

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    def crumbs(self, *steps: tuple[str, str]) -> Crumbs:
        """The way back: one's own bookings, or the event somebody else comes to."""
        event, here = self.thing.event, self.thing.get_absolute_url() if steps else ""
        if self.is_own:
            return [HER_PLACES, (event.name, here), *steps]
        return [TRAINING, (event.name, event.get_absolute_url()), (self.thing.person.full_name, here), *steps]


class ReadBooking(BookingDoor, Page):
    """Where somebody stands with an event, and what she can do."""

    permission = "training.booking.see"
    template_name = "training/booking.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": self.thing.event.name,
            "caption": "Your booking" if self.is_own else f"Booking of {self.thing.person.full_name}",
            "seen": booking_seen(self.thing, on=self.today),
            "booking": self.thing,
            "is_own": self.is_own,
            "may_change": allows("training.booking.change", self.actor, self.thing),
            "reads_needs": self.is_own or allows("training.attendance.keep", self.actor, self.thing),
            "leaving": leaving(self.thing.standing),
            "crumbs": self.crumbs(),
        }


class TakePlace(BookingDoor, Act):
    """Takes the place that is offered."""

    done_message = "The place is taken. The calendar file is on its way by mail."

    def act(self) -> Model:
        return take(booking=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class CancelPlace(BookingDoor, FormPage):
    """Gives a place up: leaves the queue, declines an offer or cancels, after the page has said what that means."""

    form_class = LeaveForm

    @cached_property
    def leaving(self) -> Leaving:
        return leaving(self.thing.standing)

    def form_arguments(self) -> dict[str, Any]:
        return {"act": self.leaving.act}

    def read(self) -> dict[str, Any]:
        return {
            "title": self.leaving.act,
            "caption": self.thing.event.name if self.is_own else f"Booking of {self.thing.person.full_name}",
            "intro": self.means_today(),
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": self.crumbs((self.leaving.act, "")),
        }

    def means_today(self) -> str:
        """What the page says before the press: of a held place whether it is late, and the course's own terms."""
        if not self.thing.is_held:
            return self.leaving.means
        late = "Today this counts as a late cancellation. " if booking_seen(self.thing, on=self.today).is_late else ""
        return f"{late}{self.thing.event.course.cancellation}".strip() or self.leaving.means

    def act(self, form: LeaveForm) -> Model:
        self.done_message = self.leaving.done
        return cancel(booking=self.thing, by=self.actor, at=self.now)


class CalendarFile(BookingDoor):
    """The calendar file of one's own place: to put it into a calendar, or to take one that ended out again."""

    permission = "training.booking.take_along"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        method = Method.REQUEST if self.thing.state in STILL_THERE else Method.CANCEL
        text = calendar_file(invitation_of(self.thing), method=method, at=self.now)
        response = HttpResponse(text, content_type=f"text/calendar; method={method}; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
        return response


STILL_THERE = (BookingState.HELD, BookingState.ATTENDED, BookingState.PART)
