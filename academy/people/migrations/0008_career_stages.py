from django.db import migrations, models


class Migration(migrations.Migration):
    """Grades there so far are all of pay."""

    dependencies = [("people", "0007_second_jobs_and_leaving")]

    operations = [
        migrations.AddField(
            model_name="grade",
            name="kind",
            field=models.CharField(choices=[("pay", "Pay grade"), ("stage", "Career stage")], default="pay", max_length=10),
        ),
        migrations.AddConstraint(
            model_name="grade",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["pay", "stage"])), name="grade_kind_known"
            ),
        ),
    ]
