"""Background work of the assessed and supported year."""

from celery import shared_task
from django.utils import timezone

from asye.services.pauses import turn_pauses
from asye.services.sight import let_see_today
from asye.services.signals import raise_signals


@shared_task
def begin_and_end_pauses() -> int:
    """Once an hour: years stand still from the first day of a pause, and run again from the day after its last."""
    now = timezone.now()
    return turn_pauses(on=timezone.localdate(now), at=now)


@shared_task
def tell_of_promises() -> int:
    """Once a day: tell early of promises that are not kept."""
    now = timezone.now()
    return raise_signals(on=timezone.localdate(now), at=now)


@shared_task
def keep_sight() -> int:
    """Once a day: who has a part in a year from today reads its portfolio, who has it no more does not."""
    now = timezone.now()
    return let_see_today(on=timezone.localdate(now), at=now)
