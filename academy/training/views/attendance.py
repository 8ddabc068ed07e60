"""The attendance sheet on a phone: one press for each person, saved at once."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.acts import Act
from academy.engines.access.views import Page
from academy.engines.audit.commands import Refused
from academy.training.choices import Mark
from academy.training.models import Booking, EventDay
from academy.training.selectors.attendance import day_of, sheet_of
from academy.training.services.attendance import close, mark, mark_rest
from academy.training.views.bookings import BookingDoor
from academy.training.views.events import EventDoor
from academy.training.views.ways import way_to


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


class Attendance(EventDoor, Page):
    """Everybody who has a place, with how she was there on one of the days."""

    permission = "training.attendance.keep"
    template_name = "training/attendance.html"

    def read(self) -> dict[str, Any]:
        day_id = _number(self.request.GET.get("day", ""))
        return {
            "title": "Attendance",
            "caption": self.thing.name,
            "event": self.thing,
            "sheet": sheet_of(self.thing, day_id=day_id, on=self.today) if self.thing.days.exists() else None,
            "marks": Mark.choices,
            "crumbs": way_to(self.thing, course=None, has_place=False, steps=(("Attendance", ""),)),
        }


class SheetAct(Act):
    """An act on the sheet of a day; afterwards the sheet of the same day."""

    @property
    def event_id(self) -> int:
        """Of which event the sheet is."""
        raise NotImplementedError

    @property
    def anchor(self) -> str:
        """Where on the sheet the person goes on."""
        return ""

    def day(self) -> EventDay:
        """The day sent with the press. Refuses one that is not of this event."""
        found = day_of(self.event_id, _number(self.request.POST.get("day", "")))
        if found is None:
            raise Refused("Choose a day of this event.")
        return found

    def next_page(self) -> str:
        day = _number(self.request.POST.get("day", ""))
        sheet = reverse("training:attendance", args=[self.event_id])
        return f"{sheet}?day={day}{self.anchor}" if day else sheet


class MarkOne(SheetAct, BookingDoor):
    """How somebody was there; a second press corrects the first."""

    permission = "training.attendance.keep"
    thing: Booking

    @property
    def event_id(self) -> int:
        return self.thing.event_id

    @property
    def anchor(self) -> str:
        return f"#b{self.thing.pk}"

    def act(self) -> Model:
        given = self.request.POST.get("mark", "")
        if given not in Mark.values:
            raise Refused("Choose one of the four marks.")
        return mark(booking=self.thing, day=self.day(), mark=Mark(given), by=self.actor, at=self.now)


class EventAct(SheetAct, EventDoor):
    """A press about the whole sheet."""

    permission = "training.attendance.keep"

    @property
    def event_id(self) -> int:
        return self.thing.pk


class MarkRest(EventAct):
    """Everybody without a mark was there."""

    done_message = "Everybody else is marked as there."

    def act(self) -> Model:
        return mark_rest(event=self.thing, day=self.day(), by=self.actor, at=self.now)


class CloseSheet(EventAct):
    """Closes the sheet: completions and drafts follow from it."""

    done_message = "The sheet is closed. Whoever came finds a draft in her log, and is asked for feedback."

    def act(self) -> Model:
        return close(event=self.thing, by=self.actor, at=self.now)
