"""Migrates one database of each kind before the tests: everything that needs a migrated one begins with a copy of it.

    python -m script.bootstrap.migrated FILE              a file of SQLite
    python -m script.bootstrap.migrated FILE DATABASE     and a database on the PostgreSQL of DATABASE_URL

Django needs a quarter of a minute for all migrations, and a run more than a dozen databases. It runs in `.venv`.
"""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from psycopg2 import sql

from script.bootstrap.packages import ROOT


def main(path: Path, name: str = "") -> int:
    """0 when both are there; otherwise what `migrate` ended with."""
    code = migrate(f"sqlite:///{path}")
    if code == 0:
        with closing(sqlite3.connect(path)) as connection:  # one file, without a log beside it
            connection.execute("PRAGMA journal_mode=DELETE")
    if code == 0 and name:
        server = os.environ["DATABASE_URL"]
        with closing(psycopg2.connect(server)) as connection:
            connection.autocommit = True
            for statement in ("DROP DATABASE IF EXISTS {}", "CREATE DATABASE {}"):  # a server given may keep an old one
                connection.cursor().execute(sql.SQL(statement).format(sql.Identifier(name)))
        code = migrate(urlsplit(server)._replace(path=f"/{name}").geturl())
    return code


def migrate(url: str) -> int:
    """Bring an empty database up to date."""
    settings = {"DJANGO_SETTINGS_MODULE": "academy.config.settings.test", "DATABASE_URL": url}
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
