"""Booking a place and asking for it in one act, where the organisation's policy wants the line manager's yes."""

from datetime import datetime

from django.db import transaction

from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.training.models import Booking, TrainingEvent
from academy.training.selectors.asking import needs_approval
from academy.training.services.bookings import book
from academy.training.services.requests import PlaceWords, ask_for_place


def book_and_ask(
    *,
    event: TrainingEvent,
    person: Person,
    by: Actor,
    at: datetime,
    access_needs: str = "",
    words: PlaceWords | None = None,
) -> Booking:
    """Book a place and submit the request it needs, both or neither. Refuses what either refuses."""
    with transaction.atomic():
        booking = book(event=event, person=person, by=by, at=at, access_needs=access_needs)
        if needs_approval(person.pk, booking.organisation_id, on=by.on):
            ask_for_place(booking=booking, words=words or PlaceWords(need=""), by=by, at=at)
        return booking
