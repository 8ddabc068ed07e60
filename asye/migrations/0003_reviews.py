from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("asye", "0002_only_added_to")]

    operations = [
        migrations.AddField(
            model_name="review",
            name="explained",
            field=models.JSONField(
                blank=True, default=list, help_text="What was missing when it was sent to be signed, and why."
            ),
        ),
    ]
