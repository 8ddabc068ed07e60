from django.db import models
from django.db.models import F, Q

from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class Link(models.Model):
    """A one-time link by which somebody without an account does one thing with one subject.

    Its token is stored hashed, so that nobody who reads this table can use it. Opening it does nothing but note the
    first time; only the act it was made for spends it.
    """

    purpose = models.SlugField(max_length=60)
    subject_label = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    holder_name = models.CharField(max_length=120, blank=True)
    holder_email = models.EmailField(blank=True)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    spent_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        {
            "holder_name": "who acts by the link; scrubbed when what it was made for no longer needs the name",
            "holder_email": "where the link went; scrubbed with the name",
            "made_by": "answers for the link; kept with it",
        }
    )

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["purpose", "subject_id"], name="link_by_subject")]
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="link_expires_after_it_was_made"),
            models.CheckConstraint(
                condition=Q(spent_at__isnull=True) | Q(withdrawn_at__isnull=True), name="link_spent_or_withdrawn"
            ),
            models.CheckConstraint(
                condition=~Q(purpose="") & ~Q(subject_id="") & ~Q(token_hash=""), name="link_says_for_what"
            ),
        ]

    def __str__(self) -> str:
        return f"link {self.pk} for {self.purpose}"
