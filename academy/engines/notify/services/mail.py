"""What becomes of a mail that could not be sent, and of one that need not be sent any more."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.choices import MailStatus
from academy.engines.notify.doorbell import ring_on_commit
from academy.engines.notify.models import Mail
from academy.identity.actor import Actor


@command("notify.mail.give_up")
def give_up(*, mail: Mail, by: Actor, at: datetime) -> Mail:
    """Stop trying to send a mail; it stays to be seen and can be sent again by hand."""
    mail.status = MailStatus.FAILED
    mail.save(update_fields=["status"])
    record(mail, moved=(MailStatus.CLAIMED, MailStatus.FAILED), changed=("status",), about=mail.person_id)
    return mail


@command("notify.mail.retry")
def retry(*, mail: Mail, by: Actor, at: datetime) -> Mail:
    """Try a mail again that was given up, with as many attempts as a new one. Refuses one that was not given up."""
    again = Mail.objects.filter(pk=mail.pk).failed().update(status=MailStatus.QUEUED, attempts=0, due_at=at)
    if not again:
        raise Refused("This mail was not given up: it has gone or is still being tried.")
    record(mail, moved=(MailStatus.FAILED, MailStatus.QUEUED), changed=("status", "attempts"), about=mail.person_id)
    ring_on_commit("academy.engines.notify.tasks.send_mail", mail.pk)
    mail.refresh_from_db()
    return mail


@command("notify.mail.take_back")
def take_back(*, mail: Mail, by: Actor, at: datetime) -> Mail:
    """Keep a mail from going, because a later one says what it said. Refuses one that went, was given up, or is being
    sent: of the worker that sends it and this act the conditional update lets one through."""
    waiting = Mail.objects.filter(pk=mail.pk, status=MailStatus.QUEUED)
    if not waiting.update(status=MailStatus.TAKEN_BACK, text="", file_text=""):
        raise Refused("This mail is being sent, has gone or was given up: it cannot be taken back.")
    record(
        mail,
        moved=(MailStatus.QUEUED, MailStatus.TAKEN_BACK),
        changed=("status", "text", "file_text"),
        about=mail.person_id,
    )
    mail.refresh_from_db()
    return mail
