"""Triggers that let a table be added to and nothing else: not changed, not deleted, not emptied, not by SQL either.

A model says so of its table by `only_added_to`, the sentence with which the database refuses. `install` is called by a
migration, and must be again by one that alters the table: SQLite builds it anew then. `remove` is for undoing it, and
for tests that empty the database between them. The owner of a table can always drop its triggers; the role the portal
runs under in production does not own it.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


def frozen_models() -> Iterator[type[models.Model]]:
    """Every model whose table says that it is only added to."""
    return (model for model in apps.get_models() if getattr(model, "only_added_to", ""))


def install(connection: BaseDatabaseWrapper, table: str, *, refusal: str) -> None:
    """Freeze the rows of a table of this database, whether or not they were frozen before."""
    remove(connection, table)
    _run(connection, _INSTALL[connection.vendor], table=table, refusal=refusal)


def remove(connection: BaseDatabaseWrapper, table: str) -> None:
    """Let rows of the table be changed and deleted again."""
    _run(connection, _REMOVE[connection.vendor], table=table)


_INSTALL = {
    "postgresql": (
        """CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{refusal}'; END $$""",
        """CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_refuse()""",
        """CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()""",
    ),
    "sqlite": (
        "CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
        "CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
    ),
}
_REMOVE = {
    "postgresql": (
        "DROP TRIGGER IF EXISTS {table}_frozen ON {table}",
        "DROP TRIGGER IF EXISTS {table}_kept ON {table}",
        "DROP FUNCTION IF EXISTS {table}_refuse()",
    ),
    "sqlite": ("DROP TRIGGER IF EXISTS {table}_frozen", "DROP TRIGGER IF EXISTS {table}_kept"),
}


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...], **words: str) -> None:
    """Run statements with the table's own name in them; names and sentences are the code's, never a person's."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.format(**words))
