"""Telling somebody what has a date."""

from datetime import date, datetime

from django.conf import settings
from django.urls import reverse

from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services.notices import send
from academy.engines.reminders.choices import ReminderStatus
from academy.engines.reminders.deadlines import Line, Told, deadline_called
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

    The mail goes when her quiet hours are over. Refuses a second digest of a day, and one whose reminders another
    worker decided about meanwhile: then nothing happened, and the next sweep looks again.
    """
    person = Person.objects.select_for_update().get(pk=due.person.pk)
    if Digest.objects.filter(person=person, on=on).exists():
        raise Refused("This person has had her digest of the day. The next one is tomorrow's.")
    digest = Digest.objects.create(person=person, on=on, made_at=at)
    waiting = Reminder.objects.waiting().filter(pk__in=[reminder.pk for reminder in due.reminders])
    if waiting.update(status=ReminderStatus.TOLD, decided_at=at, digest=digest) != len(due.reminders):
        raise Refused("What is due for this person has changed meanwhile. The next sweep looks again.")
    told = send(
        kind=DIGEST if due.preferences.by_mail else DIGEST_IN_INBOX,
        to=person,
        context=_context(due, on=on),
        by=by,
        at=at,
    )
    if told.mail:
        told.mail.due_at = next_allowed(at, quiet=due.preferences.quiet)
        told.mail.save(update_fields=["due_at"])
    digest.notice, digest.mail = told.notice, told.mail
    digest.save(update_fields=["notice", "mail"])
    record(digest, about=person.pk)
    return digest


def _context(due: DueDigest, *, on: date) -> DigestContext:
    lines = [_line(reminder, on=on) for reminder in due.reminders]
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
