"""Empties the database after a transactional test, frozen rows among the others, and nothing that is empty already.

Of three hundred tables such a test fills twenty. Django's own flush empties all of them and then makes content types
and permissions anew, which takes longer than most of these tests.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, models, transaction
from django.test import TransactionTestCase

from academy.engines.frozen import triggers

# What Django itself would make again, the same as before.
KEPT = frozenset({"django_content_type", "auth_permission"})
# As many as SQLite takes in one statement.
ASKED_TOGETHER = 400


@contextmanager
def lifted(frozen: Iterable[type[models.Model]] | None = None) -> Iterator[None]:
    """Frozen rows, or those of the models named, can be changed and deleted inside, and not afterwards."""
    frozen = list(triggers.frozen_models() if frozen is None else frozen)
    for model in frozen:
        triggers.remove(connection, model._meta.db_table)
    try:
        yield
    finally:
        for model in frozen:
            triggers.install(connection, model._meta.db_table, refusal=getattr(model, "only_added_to"))


def empty() -> None:
    """Delete every row but those of the tables kept. Constraints are judged at the end, when nothing is left."""
    full = set(_full_tables())
    frozen = [model for model in triggers.frozen_models() if model._meta.db_table in full]
    with transaction.atomic(), lifted(frozen), connection.cursor() as cursor:
        for table in sorted(full):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@contextmanager
def lifted_for_flushes() -> Iterator[None]:
    """Inside, a transactional test ends with `empty` in place of Django's flush."""

    def emptied(self: TransactionTestCase) -> None:
        empty()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", emptied)
        yield


def _full_tables() -> Iterator[str]:
    tables = sorted(set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - KEPT)
    for first in range(0, len(tables), ASKED_TOGETHER):
        asked = " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {connection.ops.quote_name(table)})"
            for table in tables[first : first + ASKED_TOGETHER]
        )
        with connection.cursor() as cursor:
            cursor.execute(asked)
            yield from (name for (name,) in cursor.fetchall())
