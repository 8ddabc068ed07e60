"""What was missing is kept as a list, so that it is read in the checklist's order: PostgreSQL keeps no order of names.

Rows are frozen, so that their triggers are taken off while their form is changed; not a word of them is.
"""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from academy.engines.frozen import triggers

TABLE = "asye_recommendation"
REFUSAL = "What was recommended, moderated or decided is never changed."


def freeze(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    triggers.install(schema_editor.connection, TABLE, refusal=REFUSAL)


def thaw(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    triggers.remove(schema_editor.connection, TABLE)


def list_them(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """As they were kept until now; an order that the database did not keep is not known any more."""
    for row in apps.get_model("asye", "Recommendation").objects.all():
        row.gaps = [{"title": title, "why": why} for title, why in row.gaps.items()]
        row.save(update_fields=["gaps"])


def name_them(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for row in apps.get_model("asye", "Recommendation").objects.all():
        row.gaps = {each["title"]: each["why"] for each in row.gaps}
        row.save(update_fields=["gaps"])


class Migration(migrations.Migration):
    dependencies = [("asye", "0005_documents_seen")]

    operations = [
        migrations.RunPython(thaw, freeze),
        migrations.AlterField(
            model_name="recommendation", name="gaps", field=models.JSONField(blank=True, default=list)
        ),
        migrations.RunPython(list_them, name_them),
        migrations.RunPython(freeze, thaw),
    ]
