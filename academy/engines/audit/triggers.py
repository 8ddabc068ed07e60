"""The triggers that let events be added and nothing else; see `academy.engines.frozen.triggers`."""

from django.db.backends.base.base import BaseDatabaseWrapper

from academy.engines.frozen import triggers

TABLE, REFUSAL = "audit_event", "The audit is only added to."


def install(connection: BaseDatabaseWrapper) -> None:
    """Freeze the events of this database, whether or not they were frozen before."""
    triggers.install(connection, TABLE, refusal=REFUSAL)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Let events be changed and deleted again."""
    triggers.remove(connection, TABLE)
