from django.db import migrations, models

ORIGINS = [("shipped", "Comes with the portal"), ("published", "Published by a lead")]


class Migration(migrations.Migration):
    """Partners there so far all came with the portal."""

    dependencies = [("people", "0005_public_roles")]

    operations = [
        migrations.AddField(
            model_name="partnershipmember",
            name="origin",
            field=models.CharField(choices=ORIGINS, default="shipped", max_length=10),
        ),
        migrations.AlterField(
            model_name="partnershipmember",
            name="origin",
            field=models.CharField(choices=ORIGINS, default="published", max_length=10),
        ),
        migrations.AddConstraint(
            model_name="partnershipmember",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["shipped", "published"])), name="partnership_member_origin_known"
            ),
        ),
    ]
