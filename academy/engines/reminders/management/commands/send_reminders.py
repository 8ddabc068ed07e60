"""Sends the reminders of a day, or says who would get which."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from academy.engines.reminders.judging import DueDigest
from academy.engines.reminders.sweeping import rehearse, sweep
from academy.identity.models import User


class Command(BaseCommand):
    help = "Sends the reminders of a day, each once. With --dry-run it only says who would get which."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, help="the day, as 2026-11-30; today without it")
        parser.add_argument("--dry-run", action="store_true", help="say who would get which, and send nothing")
        parser.add_argument("--show-addresses", action="store_true", help="with --dry-run: say accounts' addresses")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        on = options["on"] or timezone.localdate(now)
        if options["dry_run"]:
            self._say(rehearse(on=on, at=now), on=on, with_addresses=options["show_addresses"])
            return
        done = sweep(on=on, at=now)
        self.stdout.write(f"{on}: {done.noted} reminders noted, {done.sent} digests sent.")

    def _say(self, digests: list[DueDigest], *, on: date, with_addresses: bool) -> None:
        addresses = _addresses(digests) if with_addresses else {}
        for due in digests:
            address = addresses.get(due.person.pk, "")
            self.stdout.write(" ".join(filter(None, [f"person {due.person.pk}", address, *due.kinds])))
        self.stdout.write(f"{on}: {len(digests)} digests would be sent. Nothing was sent.")


def _addresses(digests: list[DueDigest]) -> dict[int | None, str]:
    people = [due.person.pk for due in digests]
    return dict(User.objects.filter(person_id__in=people, is_active=True).values_list("person_id", "email"))
