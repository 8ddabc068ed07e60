"""Lets the database be emptied after a transactional test although audit events refuse to be deleted."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test import TransactionTestCase

from academy.engines.audit import triggers


@contextmanager
def lifted() -> Iterator[None]:
    """Events can be deleted inside, and not afterwards."""
    triggers.remove(connection)
    try:
        yield
    finally:
        triggers.install(connection)


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
