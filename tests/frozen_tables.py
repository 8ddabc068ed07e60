"""Lets the database be emptied after a transactional test although frozen rows refuse to be deleted."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test import TransactionTestCase

from academy.engines.frozen import triggers


@contextmanager
def lifted() -> Iterator[None]:
    """Frozen rows can be changed and deleted inside, and not afterwards."""
    frozen = list(triggers.frozen_models())
    for model in frozen:
        triggers.remove(connection, model._meta.db_table)
    try:
        yield
    finally:
        for model in frozen:
            triggers.install(connection, model._meta.db_table, refusal=getattr(model, "only_added_to"))


@contextmanager
def lifted_for_flushes() -> Iterator[None]:
    """Inside, the flush with which a transactional test ends lifts the triggers for itself and sets them again."""
    flush = getattr(TransactionTestCase, "_fixture_teardown")

    def flush_lifted(self: TransactionTestCase) -> None:
        with lifted():
            flush(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush_lifted)
        yield
