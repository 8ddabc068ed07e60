from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q

from academy.identity.models import Person


class DatedLine(models.Model):
    """A dated line between a person and one thing, drawn for a purpose; what grants and bars have in common.

    It holds from its first to its last day and ends the moment it is withdrawn.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    thing_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    thing_id = models.BigIntegerField()
    purpose = models.CharField(max_length=40)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["thing_type", "person", "thing_id"], name="%(class)s_by_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "thing_type", "thing_id", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                name="%(class)s_held_once",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="%(class)s_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("given_at")),
                name="%(class)s_withdrawn_after_given",
            ),
            models.CheckConstraint(condition=~Q(purpose=""), name="%(class)s_has_purpose"),
        ]
