"""Background work of imports."""

from celery import shared_task
from django.utils import timezone

from academy.engines.imports.forgetting import forget_old


@shared_task
def forget_old_imports() -> int:
    """Once a day: forget what was uploaded 30 days ago."""
    return forget_old(at=timezone.now())
