"""Background work of files."""

from celery import shared_task
from django.utils import timezone

from academy.engines.files.sweeping import sweep


@shared_task
def sweep_files() -> int:
    """Once a day: delete bytes that belong to no row."""
    return sweep(at=timezone.now())
