"""Databases that have their tables from the start: copies of the one `script/test` has migrated before the tests.

Where none was made beforehand (pytest called by itself) each database begins empty, and `migrate` does all the work.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from script.bootstrap.tests import MIGRATED_DATABASE, MIGRATED_FILE


def template() -> str:
    """The database of which a new one on PostgreSQL begins as a copy."""
    return os.environ.get(MIGRATED_DATABASE, "template1")


def begin_file(path: Path) -> None:
    """Let a file of SQLite begin with all tables."""
    if MIGRATED_FILE in os.environ:
        shutil.copyfile(os.environ[MIGRATED_FILE], path)


@contextmanager
def copied_for_tests() -> Iterator[None]:
    """Inside, the database of the suite begins as a copy, too."""
    connection = connections["default"]
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        if connection.vendor == "postgresql":
            patch.setitem(connection.settings_dict["TEST"], "TEMPLATE", template())
        elif MIGRATED_FILE in os.environ:
            creates = getattr(connection.creation, "_create_test_db")

            def create_filled(*arguments: Any, **named: Any) -> str:
                name: str = creates(*arguments, **named)
                # a database in memory lasts as long as somebody has it open
                memory = stack.enter_context(closing(sqlite3.connect(name, uri=True)))
                with closing(sqlite3.connect(os.environ[MIGRATED_FILE])) as made:
                    made.backup(memory)
                return name

            patch.setattr(connection.creation, "_create_test_db", create_filled)
        yield
