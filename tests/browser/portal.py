"""A whole portal for journeys: its own database with the demo academy, web, worker and beat as real processes."""

import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from psycopg2 import sql

from tests.integration.config.processes import ROOT, eventually, free_port, manage, portal_environment, running
from tests.migrated import begin_file, template

DATABASE = "academy_browser"
PASSWORD = "academy-demo-2026"


@dataclass(frozen=True)
class Session:
    """A session opened through the form: its key, and how its pages name whose they are."""

    key: str
    owner: str


@dataclass(frozen=True)
class Portal:
    """Where the portal answers, where its mail lands, and the sessions of those who have signed in, by account."""

    url: str
    var: Path
    environment: Mapping[str, str]
    sessions: dict[str, Session] = field(default_factory=dict)

    def manage(self, *arguments: str) -> str:
        """What a command of the portal's own says, run beside its processes on the same database."""
        return _manage(*arguments, environment=self.environment)

    @property
    def mail_folder(self) -> Path:
        return self.var / "mail"

    def mails_to(self, address: str) -> list[EmailMessage]:
        """Every mail sent to an address, oldest first."""
        files = sorted(self.mail_folder.glob("*.log"), key=lambda each: each.stat().st_mtime)
        raw = [piece for path in files for piece in re.split(rb"-{79}\n", path.read_bytes()) if piece.strip()]
        mails = [message_from_bytes(each, policy=policy.default) for each in raw]
        return [mail for mail in mails if isinstance(mail, EmailMessage) and address in str(mail["To"])]


@contextmanager
def running_portal(var: Path, *, environment: dict[str, str]) -> Iterator[Portal]:
    """A portal with the demo academy, ready to answer; everything of it is gone afterwards."""
    (var / "mail").mkdir(parents=True)
    port = free_port()
    settings = {
        **environment,
        "DJANGO_SETTINGS_MODULE": "tests.browser.quick",
        "PORT": str(port),
        "EMAIL_URL": f"filemail:///{var / 'mail'}",
        "CELERY_BROKER_URL": "filesystem://",
        "CACHE_URL": "dbcache://portal_cache",
        # each window says from which address it comes, so that one journey's wrong passwords stop no other journey
        "TRUSTED_PROXIES": "1",
    }
    own = portal_environment(var, **settings)
    if "DATABASE_URL" not in environment:
        begin_file(var / "academy.sqlite3")
    _manage("prepare", environment=own)
    with running(manage("supervise"), environment=own, output=var / "portal.log"):
        portal = Portal(url=f"http://localhost:{port}", var=var, environment=own)
        if not eventually(lambda: _answers(portal), within=60):
            raise RuntimeError(f"The portal does not answer: {(var / 'portal.log').read_text()[-2000:]}")
        yield portal


@contextmanager
def own_database(address: str) -> Iterator[str]:
    """The address of a new PostgreSQL database beside the one named; dropped afterwards."""
    connection = psycopg2.connect(address.replace("postgresql://", "postgres://"))
    connection.autocommit = True
    name = sql.Identifier(f"{DATABASE}_{os.getpid()}")
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, sql.Identifier(template())))
    parts = urlsplit(address)
    try:
        yield urlunsplit(parts._replace(path=f"/{DATABASE}_{os.getpid()}"))
    finally:
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
        connection.close()


def _manage(*arguments: str, environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout


def _answers(portal: Portal) -> bool:
    try:
        with urllib.request.urlopen(f"{portal.url}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
