from datetime import UTC, datetime

import pytest

from academy.engines.jobs import declarations
from academy.engines.jobs.declarations import JobKind, declare
from academy.engines.notify import doorbell

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_declared(monkeypatch):
    monkeypatch.setattr(declarations, "_kinds", {})


@pytest.fixture
def rung(monkeypatch):
    """Rows rung for, instead of messages."""
    ids = []
    monkeypatch.setattr(doorbell.current_app, "send_task", lambda task, args, **more: ids.append((task, args[0])))
    return ids


@pytest.fixture
def working():
    """Declare a kind whose work is the given function."""

    def make(work=lambda job, progress: None, name="sample.work"):
        declare(JobKind(name, "Your sample work", run=work))

    return make
