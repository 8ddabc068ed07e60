from django.db import models

from academy.engines.notify.models import Mail, Notice
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class Digest(models.Model):
    """Everything a person was reminded of on one day: at most one a day, owner of its reminders.

    It is told by a notice in the inbox and, where the person wants it, by a mail, which may go later. Digests whose
    mail waits for the end of her quiet hours share one mail in the end.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    made_at = models.DateTimeField()
    notice = models.ForeignKey(Notice, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    mail = models.ForeignKey(Mail, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal_data = PersonalData({"person": "who was reminded; keeps her from being told twice; deleted after 2 years"})

    class Meta:
        ordering = ["-on", "pk"]
        constraints = [models.UniqueConstraint(fields=["person", "on"], name="digest_once_a_day")]

    def __str__(self) -> str:
        return f"digest of {self.on} for person {self.person_id}"
