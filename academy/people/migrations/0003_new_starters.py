from django.db import migrations, models

KINDS = [
    ("starter", "New starter"),
    ("candidate", "External candidate"),
    ("partner", "Partner agency"),
    ("provider", "Provider"),
    ("university", "University partner"),
    ("student", "Student"),
    ("guest", "Guest"),
]


class Migration(migrations.Migration):
    dependencies = [("people", "0002_academy_page")]

    operations = [
        migrations.AlterField(
            model_name="membership",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=20),
        ),
        migrations.RemoveConstraint(model_name="membership", name="membership_kind_known"),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", [code for code, _ in KINDS])), name="membership_kind_known"
            ),
        ),
    ]
