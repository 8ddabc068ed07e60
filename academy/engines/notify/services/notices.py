"""Telling somebody something, and reading it."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings

from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.doorbell import ring_on_commit
from academy.engines.notify.kinds import NoticeContext, NoticeKind
from academy.engines.notify.models import Mail, Notice
from academy.engines.notify.selectors.mails import address_of
from academy.engines.notify.writing import Attachment, Outsider, Written, mail_text, written
from academy.identity.actor import Actor
from academy.identity.models import Person


@dataclass(frozen=True)
class Told:
    """What came of a notice: the row in the inbox, the mail on its way, or both."""

    notice: Notice | None
    mail: Mail | None


@command("notify.notice.send")
def send(
    *,
    kind: NoticeKind,
    to: Person,
    context: NoticeContext,
    by: Actor,
    at: datetime,
    in_mail: NoticeContext | None = None,
    attached: Attachment | None = None,
) -> Told:
    """Tell one person something, in the transaction of whatever it is about: undone with it, never lost after it.

    The mail goes to the address of her account, else to her work address. Somebody with neither is told in her inbox
    only; a kind that goes by mail alone is then refused. `in_mail` fills the mail where it is to say more than the
    inbox; `attached` goes with the mail.
    """
    words = written(kind, context)
    notice = _to_inbox(kind, words, to=to, url=context.url, at=at) if kind.inbox else None
    mail = _to_mail(kind, in_mail or context, to=to, at=at, attached=attached) if kind.mail else None
    subject = notice or mail
    if subject is None:
        raise Refused(f"There is no e-mail address for {to.full_name}. Add a work e-mail address first.")
    record(subject, note=kind.name, about=to.pk)
    return Told(notice=notice, mail=mail)


@command("notify.mail.send_outside")
def send_outside(*, kind: NoticeKind, to: Outsider, context: NoticeContext, by: Actor, at: datetime) -> Mail:
    """Write to somebody who has no record here, in the transaction of whatever it is about. There is no inbox copy."""
    mail = _queued(kind, context, to=to, at=at)
    record(mail, note=kind.name)
    return mail


@command("notify.notice.read")
def read(*, notice: Notice, by: Actor, at: datetime) -> Notice:
    """Note that the person has read it; the first time counts. Refuses a notice written to somebody else."""
    if notice.person_id != by.person_id:
        raise Refused("Only the person a notice was written to can mark it as read.")
    read_now = Notice.objects.filter(pk=notice.pk).unread().update(read_at=at)
    record(notice, changed=("read_at",) if read_now else (), about=notice.person_id)
    notice.refresh_from_db()
    return notice


def _to_inbox(kind: NoticeKind, words: Written, *, to: Person, url: str, at: datetime) -> Notice:
    return Notice.objects.create(
        person=to, kind=kind.name, subject=words.subject, body=words.body, url=url, created_at=at
    )


def _to_mail(
    kind: NoticeKind, context: NoticeContext, *, to: Person, at: datetime, attached: Attachment | None
) -> Mail | None:
    address = address_of(to)
    if not address:
        return None
    return _queued(kind, context, to=Outsider(to.short_name, address), at=at, person=to, attached=attached)


def _queued(
    kind: NoticeKind,
    context: NoticeContext,
    *,
    to: Outsider,
    at: datetime,
    person: Person | None = None,
    attached: Attachment | None = None,
) -> Mail:
    words = written(kind, context)
    mail = Mail.objects.create(
        person=person,
        kind=kind.name,
        address=to.address,
        subject=words.subject,
        text=mail_text(words, to=to, url=context.url),
        **_fields(attached),
        message_id=f"<{uuid.uuid4()}@{parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition('@')[2]}>",
        queued_at=at,
        due_at=at,
    )
    ring_on_commit("academy.engines.notify.tasks.send_mail", mail.pk)
    return mail


def _fields(attached: Attachment | None) -> dict[str, str]:
    if attached is None:
        return {}
    return {"file_name": attached.name, "file_type": attached.media_type, "file_text": attached.text}
