from django.db import migrations, models
from django.db.models import deletion

ORIGINS = [("shipped", "Comes with the portal"), ("published", "Added or changed on a page")]


class Migration(migrations.Migration):
    """Organisations there so far all came with the portal."""

    dependencies = [("identity", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="origin",
            field=models.CharField(choices=ORIGINS, default="shipped", max_length=10),
        ),
        migrations.AlterField(
            model_name="organisation",
            name="origin",
            field=models.CharField(choices=ORIGINS, default="published", max_length=10),
        ),
        migrations.AddField(
            model_name="organisation",
            name="opened_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=deletion.PROTECT,
                related_name="opened",
                to="identity.organisation",
            ),
        ),
        migrations.AlterField(
            model_name="organisation",
            name="ends_on",
            field=models.DateField(blank=True, help_text="Its last day.", null=True),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["shipped", "published"])), name="organisation_origin_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("opened_by__isnull", True), models.Q(("opened_by", models.F("id")), _negated=True), _connector="OR"
                ),
                name="organisation_opened_by_another",
            ),
        ),
    ]
