from django.db import models
from django.db.models import Q

from academy.identity.personal_data import NO_PERSONAL_DATA
from academy.people.choices import Profession


class JobRole(models.Model):
    """A kind of job found in every council: social worker, support worker, team manager (X-07)."""

    code = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120)
    profession = models.CharField(max_length=30, choices=Profession.choices)
    is_registered = models.BooleanField(help_text="Must the holder be on a regulator's register?")
    withdrawn_on = models.DateField(null=True, blank=True, help_text="From this day it is no longer chosen.")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(condition=Q(profession__in=Profession.values), name="job_role_profession_known")
        ]

    def __str__(self) -> str:
        return self.title
