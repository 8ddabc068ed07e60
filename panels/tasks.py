"""Background work of panels."""

from celery import shared_task
from django.utils import timezone

from panels.services.ties import note_today


@shared_task
def read_ties() -> int:
    """Once a day: ties follow the record, and whoever is tied out by it judges the case no more."""
    now = timezone.now()
    return note_today(on=timezone.localdate(now), at=now)
