import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("asye", "0003_reviews"), ("identity", "__first__")]

    operations = [
        migrations.AddField(
            model_name="change",
            name="reported_at",
            field=models.DateTimeField(blank=True, null=True, help_text="When the national body was told."),
        ),
        migrations.AddField(
            model_name="change",
            name="reported_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="identity.person",
            ),
        ),
        migrations.AddConstraint(
            model_name="change",
            constraint=models.CheckConstraint(
                condition=models.Q(reported_at__isnull=True, reported_by__isnull=True)
                | models.Q(reported_at__isnull=False, reported_by__isnull=False, state="agreed"),
                name="asyechange_reported_by_somebody",
            ),
        ),
    ]
