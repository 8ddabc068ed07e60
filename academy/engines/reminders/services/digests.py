"""Telling somebody what has a date."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.urls import reverse

from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.choices import MailStatus
from academy.engines.notify.services.mail import take_back
from academy.engines.notify.services.notices import send
from academy.engines.reminders.choices import ReminderStatus
from academy.engines.reminders.deadlines import Line, Told, deadline_called
from academy.engines.reminders.finding import still_found
from academy.engines.reminders.judging import DueDigest
from academy.engines.reminders.models import Digest, Reminder
from academy.engines.reminders.notices import DIGEST, DIGEST_IN_INBOX, DigestContext, DigestLine
from academy.engines.reminders.rules.quiet import next_allowed
from academy.identity.actor import Actor
from academy.identity.models import Person

# More than one thing: the page that shows everything one is to do.
TO_DO = "desk:home"


@command("reminders.digest.send")
def send_digest(*, due: DueDigest, on: date, by: Actor, at: datetime) -> Digest:
    """Tell one person everything that is due, once on that day: ledger, notice and mail in one transaction.

    The mail goes when her quiet hours are over. One that still waits for that is taken back, and the new one says what
    is still true of it: after a weekend one mail goes, while the inbox had each day's. Refuses a second digest of a
    day, and one whose reminders another worker decided about meanwhile: then nothing happened, and the next sweep looks
    again.
    """
    person = Person.objects.select_for_update().get(pk=due.person.pk)
    if Digest.objects.filter(person=person, on=on).exists():
        raise Refused("This person has had her digest of the day. The next one is tomorrow's.")
    digest = Digest.objects.create(person=person, on=on, made_at=at)
    waiting = Reminder.objects.waiting().filter(pk__in=[reminder.pk for reminder in due.reminders])
    if waiting.update(status=ReminderStatus.TOLD, decided_at=at, digest=digest) != len(due.reminders):
        raise Refused("What is due for this person has changed meanwhile. The next sweep looks again.")
    overtaken = _taken_back(person, by=by, at=at) if due.preferences.by_mail else []
    told = send(
        kind=DIGEST if due.preferences.by_mail else DIGEST_IN_INBOX,
        to=person,
        context=_context(due.reminders, on=on),
        in_mail=_context([*due.reminders, *_still_worth_telling(overtaken, beside=due, on=on)], on=on),
        by=by,
        at=at,
    )
    if told.mail:
        told.mail.due_at = next_allowed(at, quiet=due.preferences.quiet)
        told.mail.save(update_fields=["due_at"])
    digest.notice = told.notice
    digest.save(update_fields=["notice"])
    Digest.objects.filter(pk__in=[digest.pk, *(each.pk for each in overtaken)]).update(mail=told.mail)
    digest.mail = told.mail
    record(digest, about=person.pk)
    return digest


def _taken_back(person: Person, *, by: Actor, at: datetime) -> list[Digest]:
    """The digests whose mail has not gone and now never will; none while a worker is sending it."""
    waiting = Digest.objects.filter(person=person, mail__status=MailStatus.QUEUED).select_related("mail")
    digests = list(waiting)
    for mail in {digest.mail for digest in digests if digest.mail}:
        try:
            take_back(mail=mail, by=by, at=at)
        except Refused:
            digests = [digest for digest in digests if digest.mail_id != mail.pk]
    return digests


def _still_worth_telling(digests: list[Digest], *, beside: DueDigest, on: date) -> list[Reminder]:
    """What earlier digests told that is still true, but for what the new one reminds of again."""
    told = list(Reminder.objects.filter(digest__in=digests).select_related("about").order_by("due_on", "pk"))
    again = {_thing(reminder) for reminder in beside.reminders}
    true = still_found(told, on=on)
    latest = {_thing(reminder): reminder for reminder in told if reminder.pk in true}
    return [reminder for thing, reminder in latest.items() if thing not in again]


def _thing(reminder: Reminder) -> tuple[str, int, date]:
    return reminder.kind, reminder.subject_id, reminder.due_on


def _context(reminders: Sequence[Reminder], *, on: date) -> DigestContext:
    lines = [_line(reminder, on=on) for reminder in reminders]
    return DigestContext(
        url=lines[0].url if len(lines) == 1 else reverse(TO_DO),
        lines=tuple(DigestLine(line.what, f"{settings.PORTAL_ADDRESS}{line.url}") for line in lines),
        preferences=f"{settings.PORTAL_ADDRESS}{reverse('desk:preferences')}",
    )


def _line(reminder: Reminder, *, on: date) -> Line:
    deadline = deadline_called(reminder.kind)
    if deadline is None:
        raise LookupError(f"No deadline is called {reminder.kind}.")
    is_own = reminder.about_id == reminder.recipient_id
    return deadline.line(Told(reminder.subject_id, reminder.about, is_own, reminder.due_on, on))
