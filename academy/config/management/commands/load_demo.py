import time
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from academy.config.demo.loading import is_loaded, is_ready, load


class Command(BaseCommand):
    """`manage.py load_demo`: the demo academy of ADR 0006, once."""

    help = "Builds the demo academy: invented people in the councils of the sources, with two years behind them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--on", type=date.fromisoformat, metavar="DATE", help="the day the demo looks back from (default: today)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.DEMO_ACADEMY is not True:
            raise CommandError(
                "This is no demo portal. Set DEMO_ACADEMY = True in its settings if it holds no real people."
            )
        if is_loaded():
            self.stdout.write("The demo academy is there already. Nothing was changed.")
            return
        if not is_ready():
            raise CommandError("The demo needs the reference data. Run manage.py load_reference first.")
        began = time.monotonic()
        load(options["on"] or timezone.localdate(), say=self._tell)
        self._tell(f"The demo academy is there, after {time.monotonic() - began:.0f} seconds.")

    def _tell(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()
