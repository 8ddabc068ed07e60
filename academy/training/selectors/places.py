"""Seats of events, where somebody stands in a queue, and which of her places would clash."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Count, Min, Q

from academy.identity.actor import Actor
from academy.training.choices import LIVE, SEATED, BookingState
from academy.training.models import Booking, EventDay, TrainingEvent
from academy.training.rules.places import Seats


def seats_of(events: Iterable[TrainingEvent]) -> Mapping[int, Seats]:
    """The seats of each event by its id; one query for however many."""
    known = {event.pk: event for event in events}
    rows = Booking.objects.filter(event_id__in=known).order_by().values("event_id")
    counted = rows.annotate(
        taken=Count("pk", filter=Q(state__in=SEATED)), queue=Count("pk", filter=Q(state=BookingState.WAITING))
    )
    found = {row["event_id"]: (row["taken"], row["queue"]) for row in counted}
    return {pk: Seats(event.capacity, *found.get(pk, (0, 0))) for pk, event in known.items()}


def seats(event: TrainingEvent) -> Seats:
    """The seats of one event; one query."""
    return seats_of([event])[event.pk]


def begins_at(event: TrainingEvent) -> datetime | None:
    """When the first day of an event begins; one query."""
    found: datetime | None = event.days.aggregate(first=Min("starts_at"))["first"]
    return found


def place_of(event: TrainingEvent, person_id: int | None) -> Booking | None:
    """The booking somebody has with an event: on the way to it, or what became of her place; one query."""
    mine = Booking.objects.filter(event=event, person_id=person_id, state__in=(*LIVE, *SEATED))
    return mine.select_related("event__course", "organisation").first()


def queue_place(booking: Booking) -> int:
    """Her number in the queue, the next being 1; one query."""
    before = Q(asked_at__lt=booking.asked_at) | Q(asked_at=booking.asked_at, pk__lt=booking.pk)
    return Booking.objects.waiting().filter(before, event_id=booking.event_id).count() + 1


def clashing_place(person_id: int, event: TrainingEvent, *, by: Actor) -> str:
    """The event at the same time in which she holds a place, in words; empty without one. Its name is told only to whom
    the booking is shown. Two queries or three."""
    at_the_time = Q()
    for starts_at, ends_at in event.days.values_list("starts_at", "ends_at"):
        at_the_time |= Q(starts_at__lt=ends_at, ends_at__gt=starts_at)
    if not at_the_time:
        return ""
    days = EventDay.objects.filter(at_the_time).values("event")
    held = Booking.objects.filter(person_id=person_id, state=BookingState.HELD, event__in=days)
    clash = held.exclude(event=event).select_related("event__course").first()
    if clash is None:
        return ""
    is_shown = Booking.objects.visible_to(by).filter(pk=clash.pk).exists()
    return f"“{clash.event.name}”" if is_shown else "another event"
