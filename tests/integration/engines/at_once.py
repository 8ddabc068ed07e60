"""Two real processes that do the same at once, on the database the suite runs on: PostgreSQL, or SQLite in a file.

They are forked from the one that runs the tests, so that nothing is loaded anew: each has a connection of its own.
"""

import os
import signal
import sqlite3
import sys
import traceback
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NoReturn, TextIO

from django.conf import settings
from django.db import connection, connections

READY = """
import sys
{preparation}
print("ready", flush=True)
sys.stdin.readline()
{act}
"""
# What the other process inherits and never touches: it belongs to the one that runs the tests.
_left_alone: list[object] = []


@dataclass(frozen=True)
class Other:
    """Another process: what it is told, and what it says."""

    told: TextIO
    says: TextIO

    def line(self) -> str:
        return self.says.readline().rstrip("\n")

    def go(self) -> None:
        self.told.write("go\n")
        self.told.flush()


def database_name(folder: Path) -> str:
    """The name under which another process sees what this test has committed; memory is copied to a file.

    The file is in WAL before anybody opens it, as a prepared portal's is: of two processes that switch to WAL at the
    same moment SQLite refuses one at once as locked, without waiting.
    """
    if connection.vendor == "postgresql":
        return str(connection.settings_dict["NAME"])
    path = folder / "academy.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=WAL")
    copy.close()
    return str(path)


def said_by_two(act: str, *, preparation: str, folder: Path) -> list[str]:
    """What each of two processes says last, when both start the act at the same moment. It ends with `print`."""
    import_module(settings.ROOT_URLCONF)  # acts ask for addresses: all pages are loaded here, and not by each of them
    database, program = database_name(folder), READY.format(preparation=preparation, act=act)
    with _process(program, database) as first, _process(program, database) as second:
        begun = [first.line(), second.line()]
        assert begun == ["ready", "ready"], begun
        first.go()
        second.go()
        return [first.line(), second.line()]


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
def _process(program: str, database: str) -> Iterator[Other]:
    """A process that is gone when the test ends however it ends."""
    (asked, tell), (hear, say) = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        _run(program, database, asked=asked, say=say)
    os.close(asked)
    os.close(say)
    try:
        with os.fdopen(tell, "w") as told, os.fdopen(hear) as says:
            yield Other(told, says)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _run(program: str, database: str, *, asked: int, say: int) -> NoReturn:
    """Be the other process, from here to its end; what goes wrong is said on one line."""
    sys.stdin, sys.stdout = os.fdopen(asked), os.fdopen(say, "w")
    try:
        inherited = connections["default"]
        _left_alone.append(inherited)
        connections["default"] = type(inherited)({**inherited.settings_dict, "NAME": database}, "default")
        exec(compile(program, "<at once>", "exec"), {})
    finally:
        if sys.exc_info()[0] is not None:
            print(traceback.format_exc().replace("\n", " | "), flush=True)
        os._exit(0)
