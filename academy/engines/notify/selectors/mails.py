"""Mails that are to be sent, those that could not be, and where somebody's mail goes."""

from datetime import datetime

from academy.engines.notify.models import Mail
from academy.engines.notify.querysets import MailQuerySet
from academy.identity.models import Person, User

# As many as one run can send before the next begins, at a fifth of a second each.
BATCH = 300


def due_mail(at: datetime) -> list[int]:
    """Ids of mails to send now, longest due first, no more than one run manages."""
    return list(Mail.objects.due(at).values_list("pk", flat=True)[:BATCH])


def failed_mail() -> MailQuerySet:
    """Mails that were given up, for whoever keeps the portal running."""
    return Mail.objects.failed()


def address_of(person: Person) -> str:
    """Where mail to somebody goes: the address of her account in use, else her work address; empty without one."""
    account = User.objects.filter(person=person, is_active=True).values_list("email", flat=True).first()
    return account or person.work_email
