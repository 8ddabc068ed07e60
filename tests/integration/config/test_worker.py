"""A real worker on the embedded broker: a task sent by one process is done by another."""

import importlib
import json
import sys
from textwrap import dedent

import pytest

from academy.config import broker
from tests.integration.config.processes import eventually, portal_environment, running

TASKS = """
    from pathlib import Path
    from celery import Celery
    from academy.config import broker

    broker.register()
    app = Celery("sample", broker="filesystem://")
    app.conf.broker_transport_options = broker.filesystem_options({folder!r})
    app.conf.task_ignore_result = True

    @app.task(name="sample.note", shared=False)  # shared ones would reach the portal's own app, too
    def note(word):
        with Path({folder!r}, "noted").open("a") as noted:
            noted.write(word + "\\n")
"""


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """A small Celery app with one task that writes down a word."""
    (tmp_path / "sample_tasks.py").write_text(dedent(TASKS.format(folder=str(tmp_path))))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delenv("CELERY_BROKER_URL", raising=False)  # Celery itself would prefer it to the sample's own
    broker.register()
    sample_tasks = importlib.import_module("sample_tasks")

    yield sample_tasks
    del sys.modules["sample_tasks"]


def worker(tmp_path):
    command = [sys.executable, "-m", "celery", "--app", "sample_tasks", "--workdir", str(tmp_path), "--quiet"]
    environment = portal_environment(tmp_path)
    return running(
        [*command, "worker", "--concurrency", "2", "--without-gossip", "--without-mingle", "--loglevel", "warning"],
        environment={**environment, "PYTHONPATH": f"{environment['PYTHONPATH']}:{tmp_path}"},
        output=tmp_path / "output",
    )


def test_task_sent_to_the_broker_of_files_is_done_once_by_a_worker(tmp_path, sample):
    words = [f"word {number}" for number in range(20)]
    for word in words:
        sample.note.delay(word)
    noted = tmp_path / "noted"
    with worker(tmp_path):
        assert eventually(lambda: noted.exists() and len(noted.read_text().splitlines()) >= len(words))

    assert sorted(noted.read_text().splitlines()) == sorted(words)
    assert [path.name for path in (tmp_path / "messages").iterdir()] == []


def test_task_due_later_goes_back_to_the_broker_when_the_worker_that_holds_it_ends(tmp_path, sample):
    messages = tmp_path / "messages"
    with worker(tmp_path) as process:
        sample.note.delay("now")
        assert eventually((tmp_path / "noted").exists)
        later = sample.note.apply_async(("later",), countdown=600)
        assert eventually(lambda: not list(messages.iterdir()))
        process.terminate()
        process.wait(timeout=20)

    assert [json.loads(path.read_text())["headers"]["id"] for path in messages.iterdir()] == [later.id]
    assert (tmp_path / "noted").read_text() == "now\n"
