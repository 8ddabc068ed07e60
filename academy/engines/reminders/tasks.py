"""The sweep in the background."""

from celery import shared_task
from django.utils import timezone

from academy.engines.reminders.sweeping import forget_old, sweep


@shared_task
def sweep_reminders() -> None:
    """Each hour: tell what has become due, and forget what is old."""
    now = timezone.now()
    sweep(on=timezone.localdate(now), at=now)
    forget_old(at=now)
