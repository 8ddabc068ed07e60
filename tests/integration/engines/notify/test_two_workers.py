"""Two workers at once, as real processes, on the database the suite runs on: PostgreSQL, or SQLite in a file."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from tests.factories.notify import MailFactory
from tests.integration.config.processes import ROOT, portal_environment

MAILS = 40
WORKER = """
import sys
import django
django.setup()
from academy.engines.notify.tasks import send_due_mail
print("ready", flush=True)
sys.stdin.readline()
send_due_mail()
print("done", flush=True)
"""


def database_address(folder: Path) -> str:
    """The address under which another process sees what this test has committed; memory is copied to a file."""
    if connection.vendor == "postgresql":
        given = urlsplit(os.environ["DATABASE_URL"])
        return urlunsplit(given._replace(path=f"/{connection.settings_dict['NAME']}"))
    path = folder / "academy.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
    copy.close()
    return f"sqlite:///{path}"


@contextmanager
def worker(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A worker that waits for a line before it sends; gone when the test ends however it ends."""
    with subprocess.Popen(
        [sys.executable, "-c", WORKER],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    """The next line of a worker."""
    assert process.stdout is not None
    return process.stdout.readline()


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_every_mail_exactly_once(tmp_path):
    ids = [MailFactory().message_id for _ in range(MAILS)]
    folder = tmp_path / "mail"
    folder.mkdir()
    address = database_address(tmp_path)
    environment = portal_environment(tmp_path, DATABASE_URL=address, EMAIL_URL=f"filemail:///{folder}")

    with worker(environment) as first, worker(environment) as second:
        assert (said(first), said(second)) == ("ready\n", "ready\n")
        go(first)
        go(second)
        assert (said(first), said(second)) == ("done\n", "done\n")

    sent = re.findall(r"^Message-ID: (.+)$", "".join(path.read_text() for path in folder.iterdir()), flags=re.MULTILINE)
    assert sorted(sent) == sorted(ids)
