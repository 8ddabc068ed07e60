"""`/healthz` asks nothing; `/readyz` says which of the three is not in order, and nothing else."""

import pytest
from django.db import DatabaseError, OperationalError
from kombu.exceptions import OperationalError as BrokerError

from academy.config import health

READY = "database: ready\nmigrations: ready\nbroker: ready\n"


class _Silent:
    """A database connection nobody answers."""

    def cursor(self) -> None:
        raise OperationalError("no route to db.internal as portal")


def _refuse(*_: object) -> None:
    raise DatabaseError("no route to db.internal as portal")


@pytest.mark.django_db(databases=[])
def test_healthz_answers_without_asking_the_database(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content.decode()) == (200, "up\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_readyz_with_everything_in_order_is_200(client):
    response = client.get("/readyz")

    assert (response.status_code, response.content.decode()) == (200, READY)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["database", "migrations", "broker"])
def test_readyz_names_what_is_not_in_order(client, monkeypatch, name):
    monkeypatch.setitem(health.CHECKS, name, lambda: False)
    response = client.get("/readyz")

    assert (response.status_code, response.content.decode()) == (503, READY.replace(f"{name}: r", f"{name}: not r"))


def test_database_that_does_not_answer_is_not_ready(monkeypatch):
    monkeypatch.setattr(health, "connection", _Silent())

    assert health.database_answers() is False


def test_migrations_of_a_database_that_does_not_answer_are_not_applied(monkeypatch):
    monkeypatch.setattr(health, "MigrationExecutor", _refuse)

    assert health.migrations_are_applied() is False


@pytest.mark.django_db
def test_pending_migration_is_not_applied(monkeypatch):
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda *_: ["one more"])

    assert health.migrations_are_applied() is False


@pytest.mark.parametrize("error", [BrokerError("refused"), OSError("refused")])
def test_broker_that_does_not_answer_is_not_ready(monkeypatch, error):
    def refuse() -> None:
        raise error

    monkeypatch.setattr(health.app, "connection_for_write", refuse)

    assert health.broker_answers() is False
