"""`manage.py load_reference`: brings reference data up to its files, and prints what changed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from academy.engines.reference.reading import BadFile
from academy.engines.reference.services.loading import Loaded, load_all
from academy.identity.actor import Actor


class Command(BaseCommand):
    help = (
        "Load the reference data that changed since the last time. Never deletes: what is gone is withdrawn from today."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="Read every file and print what would change; write nothing."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        by = Actor.system("reference data", on=timezone.localdate(now))
        try:
            with transaction.atomic():
                loaded = load_all(by=by, at=now, everything=options["check"])
                transaction.set_rollback(options["check"])
        except BadFile as bad:
            raise CommandError("\n".join(bad.mistakes)) from bad
        self._tell([file for file in loaded if file.changes])

    def _tell(self, loaded: list[Loaded]) -> None:
        for file in loaded:
            self.stdout.write(f"{file.kind}/{file.name}")
            for change in file.changes:
                self.stdout.write(f"  {change}")
        if not loaded:
            self.stdout.write("nothing changed")
