from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_service_origin")]

    operations = [
        migrations.AddField(
            model_name="roleholding",
            name="is_public",
            field=models.BooleanField(
                default=False, help_text="She agreed to stand by name on the academy's public page (S0-09)."
            ),
        ),
    ]
