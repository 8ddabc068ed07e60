"""Background work of development."""

from celery import shared_task
from django.utils import timezone

from academy.development.services.inductions import begin_due
from academy.development.services.outside_names import scrub_outside_names


@shared_task
def scrub_names() -> int:
    """Once a day: remove the names of peers outside that may be kept no longer."""
    return scrub_outside_names(at=timezone.now())


@shared_task
def begin_inductions() -> int:
    """Once a day: begin the inductions of new starters."""
    now = timezone.now()
    return begin_due(on=timezone.localdate(now), at=now)
