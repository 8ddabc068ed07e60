"""The sweep: note what is due, then tell everybody who has something to do. Run as often as one likes.

All it knows stands in rows. A worker that is killed has told some people and not the others; the next sweep tells the
rest. Two sweeps at once find the same rows, and each person's digest is made by one of them.
"""

import logging
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from academy.engines.audit.commands import Refused
from academy.engines.reminders.choices import KEPT_FOR
from academy.engines.reminders.finding import note_due
from academy.engines.reminders.judging import DueDigest, due_digests
from academy.engines.reminders.models import Digest, Reminder
from academy.engines.reminders.services.digests import send_digest
from academy.identity.actor import Actor

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Swept:
    """What a sweep did: reminders noted, digests sent."""

    noted: int
    sent: int


def sweep(*, on: date, at: datetime) -> Swept:
    """Note and tell everything that is due on the day."""
    noted = note_due(on=on, at=at)
    by = Actor.system("reminders", on=on)
    sent = sum(_sent(due, on=on, by=by, at=at) for due in due_digests(on=on, at=at))
    logger.info("Sweep of %s: %s reminders noted, %s digests sent.", on, noted, sent)
    return Swept(noted, sent)


def rehearse(*, on: date, at: datetime) -> list[DueDigest]:
    """Whom a sweep of the day would tell what. Nothing of it is kept."""
    with transaction.atomic():
        note_due(on=on, at=at)
        due = list(due_digests(on=on, at=at))
        transaction.set_rollback(True)
    return due


def forget_old(*, at: datetime) -> int:
    """Delete what was noted two years ago, told or not; returns how many reminders."""
    reminders, _ = Reminder.objects.filter(found_at__lt=at - KEPT_FOR).delete()
    Digest.objects.filter(made_at__lt=at - KEPT_FOR, reminders__isnull=True).delete()
    return reminders


def _sent(due: DueDigest, *, on: date, by: Actor, at: datetime) -> bool:
    try:
        send_digest(due=due, on=on, by=by, at=at)
    except Refused:
        return False
    return True
