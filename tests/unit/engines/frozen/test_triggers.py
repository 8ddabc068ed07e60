"""Frozen tables refuse every change, by SQL too, on whichever database; audit events are tested with the audit."""

import pytest
from django.db import DatabaseError, connection, transaction

from academy.engines.frozen import triggers
from academy.engines.frozen.rows import Frozen
from portfolios.models import Snapshot, SnapshotFile
from tests.factories.files import stored
from tests.factories.portfolios import HASH, SnapshotFactory
from tests.frozen_tables import lifted

pytestmark = pytest.mark.django_db
REFUSAL = r"What was handed in is never changed\."


@pytest.fixture
def snapshot() -> Snapshot:
    made = SnapshotFactory()
    SnapshotFile.objects.create(snapshot=made, file=stored(made.taken_by), sha256=HASH)
    return made


def attempt(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def statements(table: str) -> list[str]:
    found = [f"UPDATE {table} SET sha256 = 'x'", f"DELETE FROM {table}"]
    return [*found, f"TRUNCATE {table} CASCADE"] if connection.vendor == "postgresql" else found


def test_frozen_models_are_the_audit_what_was_handed_in_and_how_years_ended():
    found = {model._meta.db_table for model in triggers.frozen_models()}
    handed_in = {"portfolios_snapshot", "portfolios_snapshotfile"}
    ended = {"asye_recommendation", "asye_moderation", "asye_employerdecision", "asye_asyecertificate"}
    judged = {f"panels_{name}" for name in ("review", "score", "anotherlook", "decision", "sample", "clearance")}
    assert found == {"audit_event"} | handed_in | ended | judged


@pytest.mark.parametrize("model", [Snapshot, SnapshotFile])
def test_what_was_handed_in_is_neither_changed_nor_deleted_by_sql(snapshot, model):
    before = model.objects.values().get()
    connection.check_constraints()  # PostgreSQL truncates no table with checks still to come
    for statement in statements(model._meta.db_table):
        with pytest.raises(DatabaseError, match=REFUSAL):
            attempt(statement)
    assert model.objects.values().get() == before


def test_what_was_handed_in_is_neither_saved_again_nor_deleted_by_django(snapshot):
    with pytest.raises(Frozen, match=r"Snapshot rows are never changed: write the next one\."):
        snapshot.save()
    with pytest.raises(Frozen, match=r"Snapshot rows are never deleted\."):
        snapshot.delete()
    with pytest.raises(Frozen, match=r"Snapshot rows are never changed\."):
        Snapshot.objects.update(number=2)
    with pytest.raises(Frozen, match=r"Snapshot rows are never deleted\."):
        Snapshot.objects.all().delete()


def test_triggers_lifted_for_a_flush_hold_again_afterwards(snapshot):
    with lifted():
        attempt("UPDATE portfolios_snapshot SET pieces = 7")
    with pytest.raises(DatabaseError, match=REFUSAL):
        attempt("UPDATE portfolios_snapshot SET pieces = 8")
    assert Snapshot.objects.get().pieces == 7


def test_a_table_frozen_twice_is_frozen_once_and_can_be_let_go(snapshot):
    triggers.install(connection, "portfolios_snapshot", refusal="Again.")
    with pytest.raises(DatabaseError, match=r"Again\."):
        attempt("UPDATE portfolios_snapshot SET pieces = 8")
    triggers.remove(connection, "portfolios_snapshot")
    attempt("UPDATE portfolios_snapshot SET pieces = 9")
    assert Snapshot.objects.get().pieces == 9


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_frozen_rows_of_a_transactional_test_are_gone_in_the_next_one(snapshot, turn):
    assert Snapshot.objects.count() == 1
