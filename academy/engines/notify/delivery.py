"""Handing mails to the mail server. A mail is claimed before it is sent, so that two workers never send the same one.

A worker that dies between the server's answer and its own note leaves its claim behind; when that has grown old the
mail is sent once more, under the same Message-ID, by which mail programs know a repeat. This is bookkeeping of one job
and no act of anybody's, so it writes no audit event; giving up does.
"""

import logging
from datetime import datetime
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.utils import timezone

from academy.engines.notify.choices import MailStatus
from academy.engines.notify.models import Mail
from academy.engines.notify.querysets import MailQuerySet
from academy.engines.notify.rules import MAX_ATTEMPTS, due_after_failure
from academy.engines.notify.services.mail import give_up
from academy.identity.actor import Actor

logger = logging.getLogger(__name__)


def deliver(mail_id: int, *, at: datetime) -> bool:
    """Send one mail if it is due and nobody else has it; was it sent? A failing mail server raises nothing."""
    mail = _claimed(mail_id, at=at)
    if mail is None:
        return False
    if mail.attempts > MAX_ATTEMPTS:
        return _missed(mail, at=at, why="worker died")
    try:
        _message(mail).send()
    except (SMTPException, OSError, ValueError) as error:  # never the error's own words: they hold the address
        return _missed(mail, at=at, why=type(error).__name__)
    _held(mail).update(status=MailStatus.SENT, sent_at=at, text="", file_text="")
    return True


def _claimed(mail_id: int, *, at: datetime) -> Mail | None:
    """The mail, if this worker got it: of several that try at once, the conditional update lets one through."""
    mail = Mail.objects.filter(pk=mail_id).due(at).first()
    if mail is None:
        return None
    as_seen = Mail.objects.filter(pk=mail_id, status=mail.status, attempts=mail.attempts)
    if not as_seen.update(status=MailStatus.CLAIMED, claimed_at=at, attempts=mail.attempts + 1):
        return None
    mail.refresh_from_db()
    return mail


def _held(mail: Mail) -> MailQuerySet:
    """The mail as long as the claim is this worker's: a claim that grew old may be another's by now."""
    return Mail.objects.filter(pk=mail.pk, status=MailStatus.CLAIMED, attempts=mail.attempts)


def _message(mail: Mail) -> EmailMessage:
    message = EmailMessage(mail.subject, mail.text, to=[mail.address], headers={"Message-ID": mail.message_id})
    if mail.file_text:
        message.attach(mail.file_name, mail.file_text, mail.file_type)
    return message


def _missed(mail: Mail, *, at: datetime, why: str) -> bool:
    due_at = due_after_failure(mail.attempts, at=at)
    if due_at is not None:
        logger.warning("Mail %s did not go (attempt %s): %s.", mail.pk, mail.attempts, why)
        _held(mail).update(status=MailStatus.QUEUED, due_at=due_at)
    elif _held(mail).exists():
        logger.error("Mail %s was given up after %s attempts: %s.", mail.pk, mail.attempts, why)
        give_up(mail=mail, by=Actor.system("mail", on=timezone.localdate(at)), at=at)
    return False
