import sys
from typing import Any

from django.core.management.base import BaseCommand

from academy.config.prepare import PreparationFailed, prepare


class Command(BaseCommand):
    """`manage.py prepare`: what an upgrade needs before the new version starts, each part only when it changed."""

    help = "Brings assets, static files, database, reference data and (where wanted) the demo academy up to date."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            prepare(say=print)
        except PreparationFailed as failure:
            sys.exit(f"\n{failure}")
