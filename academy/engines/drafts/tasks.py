"""Background work of drafts."""

from celery import shared_task
from django.utils import timezone

from academy.engines.drafts.services.expiry import expire


@shared_task
def expire_drafts() -> int:
    """Once a day: forget what was not touched for 180 days."""
    return expire(on=timezone.localdate())
