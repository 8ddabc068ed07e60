"""What was recommended, moderated, decided and certified can be added to and not changed: triggers on both databases."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from academy.engines.frozen import triggers

TABLES = ("asye_recommendation", "asye_moderation", "asye_employerdecision", "asye_asyecertificate")
REFUSAL = "What was recommended, moderated or decided is never changed."


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for table in TABLES:
        triggers.install(schema_editor.connection, table, refusal=REFUSAL)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for table in TABLES:
        triggers.remove(schema_editor.connection, table)


class Migration(migrations.Migration):
    dependencies = [("asye", "0001_years")]

    operations = [migrations.RunPython(install, remove)]
