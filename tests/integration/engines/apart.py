"""A database and a broker of their own for workers in other processes, beside those the suite runs on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from django.core.management import call_command
from django.db import connections

from academy.config.databases import database
from tests.migrated import begin_file, template

ALIAS = "of_the_worker"


@contextmanager
def database_apart(folder: Path, *, name: str) -> Iterator[str]:
    """The address of a database a second process can open: a file, or one of PostgreSQL where the suite runs on it."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        begin_file(folder / f"{name}.sqlite3")
        yield f"sqlite:///{folder / name}.sqlite3"
        return
    _run_sql(given, f"DROP DATABASE IF EXISTS {name}")
    _run_sql(given, f"CREATE DATABASE {name} TEMPLATE {template()}")
    yield urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
    _run_sql(given, f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def tables_apart(database_url: str) -> Iterator[str]:
    """The alias under which this test reads that database, once its tables are made."""
    connections.databases[ALIAS] = {**connections["default"].settings_dict, **database(database_url), "TEST": {}}
    call_command("migrate", database=ALIAS, verbosity=0)
    yield ALIAS
    connections[ALIAS].close()
    del connections[ALIAS]
    del connections.databases[ALIAS]


def broker_apart(*, part: int) -> str:
    """The broker the suite runs with, in a part of its own by its number, 1 to 15: of two tests that run at once,
    neither takes the other's messages."""
    broker = os.environ.get("CELERY_BROKER_URL", "filesystem://")
    return f"{broker}?virtual_host={part}" if broker.startswith("redis") else broker


def _run_sql(url: str, sql: str) -> None:
    """One statement outside a transaction, as CREATE DATABASE wants it."""
    connection = psycopg2.connect(url)
    connection.autocommit = True
    connection.cursor().execute(sql)
    connection.close()
