from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("asye", "0004_changes_reported")]

    operations = [
        migrations.AddField(
            model_name="enrolment",
            name="documents_seen",
            field=models.JSONField(
                blank=True, default=list, help_text="Codes of the policy's documents that were seen."
            ),
        ),
    ]
