from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from academy.engines.audit.choices import EventKind
from academy.engines.audit.commands import record_read
from academy.engines.audit.models import Event
from tests.factories.identity import PersonFactory, actor_of
from tests.frozen_tables import lifted

AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
STATEMENTS = ["UPDATE audit_event SET note = 'Never happened'", "DELETE FROM audit_event"]


@pytest.fixture
def event(db) -> Event:
    owner = PersonFactory()
    event = record_read(owner, about=owner.pk, by=actor_of(), at=AT)
    assert event is not None
    return event


def statements() -> list[str]:
    return [*STATEMENTS, "TRUNCATE audit_event"] if connection.vendor == "postgresql" else STATEMENTS


def attempt(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_event_is_neither_changed_nor_deleted_by_sql(event):
    before = Event.objects.values().get()
    connection.check_constraints()  # PostgreSQL truncates no table with checks still to come

    for statement in statements():
        with pytest.raises(DatabaseError, match=r"The audit is only added to\."):
            attempt(statement)

    assert Event.objects.values().get() == before


def test_event_is_neither_saved_again_nor_deleted_by_django(event):
    event.note = "Never happened"
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        event.save()
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        Event.objects.all().delete()

    assert Event.objects.get().note == ""


def test_triggers_lifted_for_a_flush_hold_again_afterwards(event):
    with lifted():
        attempt("UPDATE audit_event SET note = 'Only in a test'")

    with pytest.raises(DatabaseError, match="only added to"):
        attempt("DELETE FROM audit_event")
    assert Event.objects.get().note == "Only in a test"


@pytest.mark.parametrize(
    ("values", "constraint"),
    [({"kind": "tale", "act": "read"}, "audit_event_kind_known"), ({"act": ""}, "audit_event_says_act")],
)
def test_event_against_a_constraint_is_refused(event, values, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        Event.objects.create(**{"kind": EventKind.READ, "at": AT, "actor": event.actor, "subject_id": "1", **values})


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_events_of_a_transactional_test_are_gone_in_the_next_one(turn):
    owner = PersonFactory()
    record_read(owner, about=owner.pk, by=actor_of(), at=AT)

    assert Event.objects.count() == 1
    with pytest.raises(DatabaseError, match="only added to"):
        attempt("DELETE FROM audit_event")
