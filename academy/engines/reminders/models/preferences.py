from django.db import models

from academy.engines.reminders.choices import QUIET_FROM, QUIET_UNTIL
from academy.engines.reminders.rules.quiet import QuietHours
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class ReminderPreferences(models.Model):
    """How somebody wants to be reminded; without a row the defaults hold. `off` are the keys of kinds turned off."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    by_mail = models.BooleanField(default=True)
    quiet_from = models.TimeField(default=QUIET_FROM)
    quiet_until = models.TimeField(default=QUIET_UNTIL)
    quiet_at_weekends = models.BooleanField(default=True)
    pauses_when_away = models.BooleanField(default=True)
    off = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField()

    personal_data = PersonalData(
        {
            "person": "whose wishes they are; deleted with the account",
            "by_mail": "a wish; deleted with the account",
            "quiet_from": "a wish; deleted with the account",
            "quiet_until": "a wish; deleted with the account",
            "quiet_at_weekends": "a wish; deleted with the account",
            "pauses_when_away": "a wish; deleted with the account",
            "off": "a wish; deleted with the account",
        }
    )

    class Meta:
        verbose_name_plural = "reminder preferences"

    def __str__(self) -> str:
        return f"preferences of person {self.person_id}"

    @property
    def quiet(self) -> QuietHours:
        return QuietHours(self.quiet_from, self.quiet_until, self.quiet_at_weekends)
