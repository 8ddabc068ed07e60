"""Feedback on an event without names, and which of her events somebody is asked about."""

from django.db.models import Count, Q

from academy.identity.actor import Actor
from academy.training.choices import CAME, EventState
from academy.training.models import Booking, Feedback, TrainingEvent
from academy.training.rules.feedback import ASKED_FOR, Given, Summary, summary_of


def feedback_on(event: TrainingEvent) -> Summary:
    """What those who attended said; two queries."""
    attended = event.bookings.aggregate(attended=Count("pk", filter=Q(state__in=CAME)))["attended"]
    said = Feedback.objects.filter(booking__event=event).values_list("useful", "takes_along", "better")
    return summary_of([Given(*each) for each in said], attended=attended)


def attended_lately(actor: Actor) -> list[Booking]:
    """The actor's bookings of events that ended in the last four weeks and that she attended, soonest ended first,
    with their feedback; one query."""
    if actor.person_id is None:
        return []
    rows = Booking.objects.filter(
        person_id=actor.person_id,
        state__in=CAME,
        event__state=EventState.HELD,
        event__ends_on__gte=actor.on - ASKED_FOR,
    )
    return list(rows.select_related("event__course", "feedback").order_by("event__ends_on", "pk"))
