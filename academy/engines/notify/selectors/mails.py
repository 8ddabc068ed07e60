"""Mails that are to be sent, and those that could not be."""

from datetime import datetime

from academy.engines.notify.models import Mail
from academy.engines.notify.querysets import MailQuerySet

# As many as one run can send before the next begins, at a fifth of a second each.
BATCH = 300


def due_mail(at: datetime) -> list[int]:
    """Ids of mails to send now, longest due first, no more than one run manages."""
    return list(Mail.objects.due(at).values_list("pk", flat=True)[:BATCH])


def failed_mail() -> MailQuerySet:
    """Mails that were given up, for whoever keeps the portal running."""
    return Mail.objects.failed()
