from django.db import models

from academy.identity.models import Person


class Addendum(models.Model):
    """What somebody adds to a record that all have signed. The record itself is not touched any more."""

    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    words = models.TextField()

    class Meta:
        abstract = True
        ordering = ["written_at", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="%(class)s_has_words")]
