"""Background work of training."""

from celery import shared_task
from django.utils import timezone

from academy.training.services.attendance import forget_all_needs
from academy.training.services.escalation import send_up_due
from academy.training.services.places import sweep


@shared_task
def send_up_decisions() -> int:
    """Once an hour: send up the decisions nobody made in time."""
    return send_up_due(at=timezone.now())


@shared_task
def sweep_places() -> int:
    """Every five minutes: end offers and unapproved places whose time is over, and offer the seats to the next."""
    return sweep(at=timezone.now())


@shared_task
def forget_access_needs() -> int:
    """Once a day: empty what people needed for events that are long over."""
    return forget_all_needs(at=timezone.now())
