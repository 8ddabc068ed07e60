from django.db import migrations, models

ORIGINS = [("shipped", "Comes with the portal"), ("published", "Published by a lead")]


class Migration(migrations.Migration):
    """Services there so far all came with the portal."""

    dependencies = [("people", "0003_new_starters")]

    operations = [
        migrations.AddField(
            model_name="service",
            name="origin",
            field=models.CharField(choices=ORIGINS, default="shipped", max_length=10),
        ),
        migrations.AlterField(
            model_name="service",
            name="origin",
            field=models.CharField(choices=ORIGINS, default="published", max_length=10),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["shipped", "published"])), name="service_origin_known"
            ),
        ),
    ]
