import logging

import pytest
from celery import current_app
from kombu.exceptions import OperationalError

from academy.engines.notify.doorbell import ring_on_commit

pytestmark = pytest.mark.django_db


def test_bell_rings_when_the_transaction_is_committed(monkeypatch, django_capture_on_commit_callbacks):
    rung = []
    monkeypatch.setattr(current_app, "send_task", lambda name, args, retry: rung.append((name, args, retry)))

    with django_capture_on_commit_callbacks(execute=True):
        ring_on_commit("tests.do", 7)
        assert rung == []

    assert rung == [("tests.do", [7], False)]


@pytest.mark.parametrize("error", [OperationalError("amqp://user:secret@broker"), OSError("No space left")])
def test_broker_that_is_down_is_logged_and_nothing_else(error, monkeypatch, django_capture_on_commit_callbacks, caplog):
    def refuse(name, args, retry):
        raise error

    monkeypatch.setattr(current_app, "send_task", refuse)

    with django_capture_on_commit_callbacks(execute=True):
        ring_on_commit("tests.do", 7)

    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.WARNING, f"The broker did not take tests.do for row 7: {type(error).__name__}.")
    ]
    assert "secret" not in caplog.text
