"""Two workers at once, as real processes, on the database the suite runs on: PostgreSQL, or SQLite in a file."""

import os
import re
import sqlite3
import subprocess
import sys
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


def start(environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WORKER],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_every_mail_exactly_once(tmp_path):
    ids = [MailFactory().message_id for _ in range(MAILS)]
    folder = tmp_path / "mail"
    folder.mkdir()
    address = database_address(tmp_path)
    environment = portal_environment(tmp_path, DATABASE_URL=address, EMAIL_URL=f"filemail:///{folder}")

    workers = [start(environment) for _ in range(2)]
    for worker in workers:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("go\n")
        worker.stdin.flush()
    said = [worker.communicate(timeout=60) for worker in workers]

    assert [(worker.returncode, error) for worker, (_, error) in zip(workers, said, strict=True)] == [(0, ""), (0, "")]
    sent = re.findall(r"^Message-ID: (.+)$", "".join(path.read_text() for path in folder.iterdir()), flags=re.MULTILINE)
    assert sorted(sent) == sorted(ids)
