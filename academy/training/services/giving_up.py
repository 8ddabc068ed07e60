"""Withdrawing a request together with the place it was for."""

from datetime import datetime

from django.db import transaction

from academy.identity.actor import Actor
from academy.training.models import Booking, TrainingEvent, TrainingRequest
from academy.training.services.places import release
from academy.training.services.requests import withdraw
from academy.training.services.stages import portal


def give_up(*, request: TrainingRequest, by: Actor, at: datetime) -> TrainingRequest:
    """Withdraw a request and give back its place with an event, both or neither. Refuses what `withdraw` refuses."""
    with transaction.atomic():
        if request.event_id is not None:
            TrainingEvent.objects.select_for_update().get(pk=request.event_id)
        withdrawn = withdraw(request=request, by=by, at=at)
        booking = Booking.objects.live().filter(request=withdrawn).first()
        if booking is not None:
            release(booking=booking, by=portal(by.on), at=at)
        return withdrawn
