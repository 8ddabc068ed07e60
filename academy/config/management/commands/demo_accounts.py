from typing import Any

from django.core.management.base import BaseCommand

from academy.config.demo import reading
from academy.config.demo.accounts import Account, accounts_there


class Command(BaseCommand):
    """`manage.py demo_accounts`: what script/server prints under the address."""

    help = "Shows the accounts of the demo academy and their password; nothing where no demo is loaded."

    def handle(self, *args: Any, **options: Any) -> None:
        accounts = accounts_there()
        if accounts:
            self.stdout.write(table(accounts, password=reading.accounts().password))


def table(accounts: list[Account], *, password: str) -> str:
    """The accounts in columns, the password once."""
    rows = [("Sign in as", "Who", "What", "Where")]
    rows += [(each.email, each.name, each.who, each.organisation) for each in accounts]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([*lines, f"All with the password {password}"])
