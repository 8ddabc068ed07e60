"""Two real processes that do the same at once, on the database the suite runs on: PostgreSQL, or SQLite in a file."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.db import connection

from tests.integration.config.processes import ROOT, portal_environment

READY = """
import sys
import django
django.setup()
{preparation}
print("ready", flush=True)
sys.stdin.readline()
{act}
"""


def database_address(folder: Path) -> str:
    """The address under which another process sees what this test has committed; memory is copied to a file.

    The file is in WAL before anybody opens it, as a prepared portal's is: of two processes that switch to WAL at the
    same moment SQLite refuses one at once as locked, without waiting.
    """
    if connection.vendor == "postgresql":
        given = urlsplit(os.environ["DATABASE_URL"])
        return urlunsplit(given._replace(path=f"/{connection.settings_dict['NAME']}"))
    path = folder / "academy.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=WAL")
    copy.close()
    return f"sqlite:///{path}"


def said_by_two(act: str, *, preparation: str, folder: Path, **environment: str) -> list[str]:
    """What each of two processes says last, when both start the act at the same moment. It ends with `print`."""
    own = portal_environment(folder, DATABASE_URL=database_address(folder), **environment)
    program = READY.format(preparation=preparation, act=act)
    with _process(program, own) as first, _process(program, own) as second:
        assert (_line(first), _line(second)) == ("ready", "ready")
        _go(first)
        _go(second)
        return [_line(first), _line(second)]


def counted(table: str, condition: str, *, folder: Path) -> int:
    """How many rows the two left behind, in the database they shared; for tests, which name table and condition."""
    asked = f"SELECT count(*) FROM {table} WHERE {condition}"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(asked)
            return int(cursor.fetchone()[0])
    with closing(sqlite3.connect(folder / "academy.sqlite3")) as shared:
        return int(shared.execute(asked).fetchone()[0])


@contextmanager
def _process(program: str, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A Python process that is gone when the test ends however it ends."""
    with subprocess.Popen(
        [sys.executable, "-c", program],
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


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


def _go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()
