"""Background work of development."""

from celery import shared_task
from django.utils import timezone

from academy.development.services.outside_names import scrub_outside_names


@shared_task
def scrub_names() -> int:
    """Once a day: remove the names of peers outside that may be kept no longer."""
    return scrub_outside_names(at=timezone.now())
