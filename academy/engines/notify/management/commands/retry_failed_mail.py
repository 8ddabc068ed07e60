"""Tries again every mail that was given up: for after the mail server has been repaired."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from academy.engines.notify.selectors.mails import failed_mail
from academy.engines.notify.services.mail import retry
from academy.identity.actor import Actor


class Command(BaseCommand):
    help = "Tries again every mail that was given up."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        by = Actor.system("retry_failed_mail", on=timezone.localdate(now))
        mails = list(failed_mail())
        for mail in mails:
            retry(mail=mail, by=by, at=now)
        self.stdout.write(f"{len(mails)} to be sent again.")
