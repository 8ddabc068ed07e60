"""What docs/operations.md says of backing up and restoring, done for real on the database the suite runs on.

PostgreSQL by the two commands of the guide, with the options they have there; SQLite by its own backup.
"""

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.config.processes import ROOT, portal_environment
from tests.integration.engines.apart import database_apart

PROGRAM = """
import json
import django
django.setup()
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.test import Client
from academy.development.models import Entry
from academy.engines.audit.models import Event
from tests.factories.development import kept_by
from tests.factories.identity import OrganisationFactory
from tests.factories.people import account_of, staff_of
"""
BUILD = """
call_command("migrate", verbosity=0)
author = staff_of(OrganisationFactory())
account_of(author)
kept_by(author)
"""
# After the backup: an act that is to be gone again, and words that are to come back.
LOSE = """
kept_by(Entry.objects.get().author)
Entry.objects.update(title="Changed since")
"""
TELL = """
def refused(change):
    try:
        with transaction.atomic():
            change()
    except DatabaseError as error:
        return "The audit is only added to." in str(error)
    return False

browser = Client(headers={"host": "localhost"})
browser.force_login(Entry.objects.first().author.user)
told = {
    "events": list(Event.objects.order_by("pk").values_list("uid", "at", "act", "subject_id", "actor__name")),
    "entries": list(Entry.objects.order_by("pk").values_list("pk", "title", "learnt", "state")),
    "triggers": [refused(lambda: Event.objects.all().delete()), refused(lambda: Event.objects.update(act="x"))],
    "ready": browser.get("/readyz").content.decode().splitlines(),
    "year": browser.get("/cpd/").status_code,
}
print(json.dumps(told, default=str))
"""
GO_ON = """
kept_by(Entry.objects.get().author)
print(json.dumps([Entry.objects.count(), Event.objects.filter(act="development.entry.keep").count()]))
"""


def portal(program: str, environment: dict[str, str]) -> str:
    """What a process of the portal says last."""
    command = [sys.executable, "-c", PROGRAM + program]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-400:]
    return done.stdout.strip()


def options_of(tool: str) -> list[str]:
    """The options the guide gives the tool beside where the database is."""
    [line] = re.findall(
        rf" {tool} --username portal_owner (.+) [<>] academy\.dump", (ROOT / "docs/operations.md").read_text()
    )
    return [word for word in line.split() if word not in {"--dbname", "academy"}]


def back_up(url: str, kept: Path) -> None:
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as source, sqlite3.connect(kept) as target:
            source.backup(target)
        return
    with kept.open("wb") as sink:
        subprocess.run(["pg_dump", *options_of("pg_dump"), "--dbname", url], stdout=sink, check=True)


def restore(url: str, kept: Path) -> None:
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        for part in path.parent.glob(f"{path.name}*"):
            part.unlink()
        path.write_bytes(kept.read_bytes())
        return
    with kept.open("rb") as source:
        subprocess.run(["pg_restore", *options_of("pg_restore"), "--dbname", url], stdin=source, check=True)


@pytest.mark.own_database
def test_restored_portal_answers_and_has_kept_entries_and_audit(tmp_path: Path) -> None:
    with database_apart(tmp_path, name="academy_backed_up") as url:
        environment = portal_environment(tmp_path, DATABASE_URL=url)
        environment["DJANGO_SETTINGS_MODULE"] = "academy.config.settings.test"
        portal(BUILD, environment)
        before = json.loads(portal(TELL, environment))
        back_up(url, tmp_path / "academy.dump")
        portal(LOSE, environment)
        restore(url, tmp_path / "academy.dump")

        after = json.loads(portal(TELL, environment))
        gone_on = json.loads(portal(GO_ON, environment))

    assert after == before
    assert (after["triggers"], after["year"]) == ([True, True], 200)
    assert after["ready"] == ["database: ready", "migrations: ready", "broker: ready"]
    assert ([event[2] for event in after["events"]], gone_on) == (["development.entry.keep"], [2, 2])


def test_guide_names_the_options_that_were_tried() -> None:
    assert (options_of("pg_dump"), options_of("pg_restore")) == (
        ["--format", "custom"],
        ["--clean", "--if-exists"],
    )
