"""What was judged, decided and drawn can be added to and not changed: triggers on both databases."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from academy.engines.frozen import triggers

REFUSALS = {
    "panels_review": "What a reviewer handed in is never changed: it is opened again and handed in once more.",
    "panels_score": "What a reviewer handed in is never changed: it is opened again and handed in once more.",
    "panels_anotherlook": "What a reviewer handed in is never changed: it is opened again and handed in once more.",
    "panels_decision": "What a panel decided is never changed: it is decided again, and the next number follows.",
    "panels_sample": "A draw is never changed: it has to come out the same again.",
    "panels_clearance": "What was cleared to leave is never changed: it is cleared once more, and the next number follows.",
}


def install(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for table, refusal in REFUSALS.items():
        triggers.install(schema_editor.connection, table, refusal=refusal)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for table in REFUSALS:
        triggers.remove(schema_editor.connection, table)


class Migration(migrations.Migration):
    dependencies = [("panels", "0001_panels")]

    operations = [migrations.RunPython(install, remove)]
