"""Places with events that wait for somebody: an offer to take, and an attendance sheet to close."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.identity.actor import Actor
from academy.training.selectors.bookings import moment_words, offered_places, open_sheets


def _offers(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Take or leave your place: {booking.event.name}",
            why=f"It is kept for you until {moment_words(booking.kept_until)}.",
            url=booking.get_absolute_url(),
            action="Answer",
            due_on=timezone.localdate(booking.kept_until),
        )
        for booking in offered_places(actor)
    ]


def _sheets(actor: Actor, on: date) -> list[Item]:
    return [
        Item(
            what=f"Mark attendance: {event.name}",
            why="Who came finds it in their record once the sheet is closed.",
            url=reverse("training:attendance", args=[event.pk]),
            action="Open the sheet",
            waiting_since=event.starts_on,
        )
        for event in open_sheets(actor)
    ]


declare(Provider("training.offer", _offers))
declare(Provider("training.sheet", _sheets))
