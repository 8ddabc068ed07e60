"""Sending mail in the background. The doorbell sends one mail at once; the task of every minute sends what is due."""

from celery import shared_task
from django.utils import timezone

from academy.engines.notify.delivery import deliver
from academy.engines.notify.selectors.mails import due_mail


@shared_task
def send_mail(mail_id: int) -> None:
    """Send this mail if it is still due."""
    deliver(mail_id, at=timezone.now())


@shared_task
def send_due_mail() -> None:
    """Send every mail that is due; what another worker is sending is left to it."""
    for mail_id in due_mail(timezone.now()):
        deliver(mail_id, at=timezone.now())
