"""Background work of pathways."""

from celery import shared_task
from django.utils import timezone

from pathways.services.journeys import finish_reached


@shared_task
def close_reached_journeys() -> int:
    """Once a day: note the journeys whose step is made, because the grade says so."""
    now = timezone.now()
    return finish_reached(on=timezone.localdate(now), at=now)
