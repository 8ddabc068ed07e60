from django.db import models
from django.db.models import Q

from academy.identity.personal_data import NO_PERSONAL_DATA


class ReferenceFile(models.Model):
    """A file of reference data as it was loaded last, so that an unchanged one is not read again.

    `key` is the natural key of what it holds: a renamed file is the same one. The row stays when the file is taken
    away, marked with the day.
    """

    kind = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    key = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()
    withdrawn_on = models.DateField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="reference_file_key_once"),
            models.UniqueConstraint(
                fields=["kind", "name"],
                condition=Q(withdrawn_on__isnull=True),
                name="reference_file_name_once",
            ),
            models.CheckConstraint(
                condition=~Q(kind="") & ~Q(name="") & ~Q(key="") & ~Q(sha256=""), name="reference_file_complete"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.name}"
