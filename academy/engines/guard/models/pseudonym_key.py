from django.db import models
from django.db.models import Q

from academy.engines.guard.querysets import KeyQuerySet
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class PseudonymKey(models.Model):
    """Whom a writer means by the pseudonyms she writes, encrypted at rest.

    Read in her own session alone, for her page and for the guard; never part of what she hands in, of another's export
    or of a page of administrators. `key_id` names the server key it was encrypted with.
    """

    writer = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    token = models.TextField(help_text="The lines, encrypted.")
    key_id = models.CharField(max_length=16)
    changed_at = models.DateTimeField()

    objects = KeyQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "writer": "whose key it is; it goes with her record",
            "token": "real names of people who draw on care, readable by the writer alone; deleted when she empties it",
        }
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(token="") & ~Q(key_id=""), name="pseudonym_key_is_encrypted"),
        ]

    def __str__(self) -> str:
        return f"pseudonym key {self.pk}"
