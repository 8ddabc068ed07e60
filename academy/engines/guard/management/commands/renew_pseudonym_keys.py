"""Encrypts every pseudonym key with the newest server key: after GUARD_KEYS got a new first key."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from academy.engines.audit.commands import Refused
from academy.engines.guard.selectors.keys import outdated_keys
from academy.engines.guard.services.keys import renew_key
from academy.identity.actor import Actor


class Command(BaseCommand):
    help = "Encrypts every pseudonym key with the newest of GUARD_KEYS; says which no key opens."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        by = Actor.system("renew_pseudonym_keys", on=timezone.localdate(now))
        renewed, refused = 0, []
        for key in list(outdated_keys()):
            try:
                renew_key(key=key, by=by, at=now)
                renewed += 1
            except Refused as left:
                refused.append(left.reason)
        self.stdout.write(f"{renewed} encrypted with the newest key.")
        if refused:
            raise CommandError("\n".join(refused))
