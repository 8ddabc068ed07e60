from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q

from academy.engines.signatures.choices import MOST_BECAUSE
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class Signature(models.Model):
    """That somebody put her name to a content, in a role. `sha256` is over what she signed, as it stood then.

    Changing what was signed withdraws the signature, with the reason; the row stays and says so.
    """

    thing_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    thing_id = models.BigIntegerField()
    role = models.SlugField(max_length=40)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="For whom a deputy signed."
    )
    sha256 = models.CharField(max_length=64)
    words = models.TextField(blank=True, help_text="What she says beside her name.")
    signed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=MOST_BECAUSE, blank=True)

    personal_data = PersonalData(
        {
            "person": "who signed; kept as long as what was signed",
            "signed_for": "for whom a deputy signed; kept as long as what was signed",
            "words": "what she says beside her name; kept as long as what was signed",
        }
    )

    class Meta:
        ordering = ["signed_at", "pk"]
        indexes = [models.Index(fields=["thing_type", "thing_id"], name="signature_of_thing")]
        constraints = [
            models.UniqueConstraint(
                fields=["thing_type", "thing_id", "role"],
                condition=Q(withdrawn_at__isnull=True),
                name="signature_live_once",
            ),
            models.CheckConstraint(condition=~Q(role="") & ~Q(sha256=""), name="signature_says_what"),
            models.CheckConstraint(
                condition=Q(signed_for__isnull=True) | ~Q(signed_for=F("person")), name="signature_for_another"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False, withdrawn_at__gte=F("signed_at")) & ~Q(withdrawn_because="")),
                name="signature_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"signature {self.pk} as {self.role}"

    @property
    def is_live(self) -> bool:
        return self.withdrawn_at is None
