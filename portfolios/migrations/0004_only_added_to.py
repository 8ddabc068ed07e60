"""What was handed in can be added to and not changed: triggers on PostgreSQL and on SQLite."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from academy.engines.frozen import triggers

TABLES = ("portfolios_snapshot", "portfolios_snapshotfile")
REFUSAL = "What was handed in is never changed."


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for table in TABLES:
        triggers.install(schema_editor.connection, table, refusal=REFUSAL)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for table in TABLES:
        triggers.remove(schema_editor.connection, table)


class Migration(migrations.Migration):
    dependencies = [("portfolios", "0003_evidence_seen_and_read_back")]

    operations = [migrations.RunPython(install, remove)]
