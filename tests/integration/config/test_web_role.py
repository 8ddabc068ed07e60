"""What is only added to stays as it is, whoever asks the database: the role the portal works under, or its owner.

On PostgreSQL that role is a real one with the rights the operator gives it. SQLite has no roles, but the triggers.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, models, transaction

from academy.engines.frozen.triggers import frozen_models
from panels.models import AnotherLook, Case, Decision, Review, Sample, Score
from portfolios.models import Snapshot, SnapshotFile
from tests.factories.files import stored
from tests.factories.identity import TODAY
from tests.factories.panels import AssignmentFactory, DecisionFactory, review_of
from tests.factories.people import NOW
from tests.factories.portfolios import HASH
from tests.integration.config.processes import ROOT

pytestmark = pytest.mark.django_db

RIGHTS = ROOT / "academy" / "config" / "web_role.sql"
JUDGED = (Snapshot, SnapshotFile, Review, Score, AnotherLook, Decision, Sample)
# What would let somebody change a frozen row after all, and in which words PostgreSQL refuses it to who owns nothing.
NOT_THE_OWNER = "must be owner|permission denied"
WAYS_ROUND = (
    "TRUNCATE {table} CASCADE",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "ALTER TABLE {table} DISABLE TRIGGER {table}_frozen",
    "ALTER TABLE {table} RENAME TO {table}_put_by",
    "DROP TRIGGER {table}_frozen ON {table}",
    "DROP TRIGGER {table}_kept ON {table}",
    "DROP FUNCTION {table}_refuse() CASCADE",
    "CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "DROP TABLE {table} CASCADE",
    "CREATE RULE quietly AS ON UPDATE TO {table} DO INSTEAD NOTHING",
    "ALTER TABLE {table} OWNER TO CURRENT_USER",
    "SET session_replication_role = replica",
)


@contextmanager
def in_the_web_role() -> Iterator[None]:
    """Inside, everything is asked of the database by the role the portal works under every day."""
    if connection.vendor != "postgresql":
        yield
        return
    role = f"portal_{os.getpid()}"
    rights = re.sub(r"\bTO portal;", f"TO {role};", RIGHTS.read_text())
    connection.check_constraints()  # nothing is still to be checked when the role changes
    with transaction.atomic():
        ask(f"CREATE ROLE {role}", rights, f"SET LOCAL SESSION AUTHORIZATION {role}")
        yield
        transaction.set_rollback(True)


def ask(*statements: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def case() -> Case:
    """A case that was judged, looked at once more and decided, and drawn for a sample."""
    case = DecisionFactory().case
    review_of(case)
    looks = AssignmentFactory(case=case, kind="look", state="done")
    AnotherLook.objects.create(assignment=looks, number=1, view="agree", words="They hold.", looked_at=NOW)
    by = looks.person
    days = {"from_on": TODAY, "until_on": TODAY, "drawn_by": by, "drawn_at": NOW}
    Sample.objects.create(
        organisation=case.organisation, tier="partnership", percent=10, seed="one", population=[case.pk], **days
    )
    SnapshotFile.objects.create(snapshot=case.snapshot, file=stored(by), sha256=HASH)
    return case


def changes(model: type[models.Model]) -> list[str]:
    table = model._meta.db_table
    return [f"UPDATE {table} SET id = id + 1000", f"DELETE FROM {table}"]


def refusal(model: type[models.Model]) -> str:
    return re.escape(getattr(model, "only_added_to"))


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("model", JUDGED)
def test_what_was_handed_in_judged_and_decided_is_changed_by_sql_of_neither_role(model):
    connection.check_constraints()
    before = list(model.objects.order_by("pk").values())
    for statement in changes(model):
        with pytest.raises(DatabaseError, match=refusal(model)):
            ask(statement)
    with in_the_web_role():
        for statement in changes(model):
            with pytest.raises(DatabaseError, match=refusal(model)):
                ask(statement)
    assert before != []
    assert list(model.objects.order_by("pk").values()) == before


def test_every_table_that_is_only_added_to_has_its_triggers_switched_on():
    asked = "SELECT tgname FROM pg_trigger WHERE tgenabled = 'O' AND NOT tgisinternal"
    if connection.vendor == "sqlite":
        asked = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        there = {name for (name,) in cursor.fetchall()}
    tables = [model._meta.db_table for model in frozen_models()]
    assert {f"{table}_{way}" for table in tables for way in ("frozen", "kept")} - there == set()
    assert set(JUDGED) <= set(frozen_models())


def test_web_role_finds_no_way_round_the_triggers():
    with in_the_web_role():
        for model in frozen_models():
            for statement in WAYS_ROUND if connection.vendor == "postgresql" else ():
                with pytest.raises(DatabaseError, match=NOT_THE_OWNER):
                    ask(statement.format(table=model._meta.db_table))


def test_web_role_makes_no_table_and_reads_adds_and_changes_rows_like_any(case):
    with in_the_web_role():
        DecisionFactory(case=case)
        Case.objects.filter(pk=case.pk).update(withdrawn_because="Not now.")
        assert Decision.objects.filter(case=case).count() == 2
        assert Case.objects.get(pk=case.pk).withdrawn_because == "Not now."
        AssignmentFactory(case=case).delete()
        if connection.vendor == "postgresql":
            with pytest.raises(DatabaseError, match="permission denied for schema"):
                ask("CREATE TABLE one_more (id integer)")


def test_guide_and_compose_give_these_rights_and_no_others():
    guide, compose = ((ROOT / name).read_text() for name in ("docs/operations.md", "docker-compose.yml"))
    where = RIGHTS.relative_to(ROOT)
    assert f"psql --username portal_owner --dbname academy --file {where}" in guide
    assert f"file: ./{where}" in compose
    assert re.findall(r"\b(GRANT|REVOKE|ALTER DEFAULT)\b", guide + compose) == []
