from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.identity.personal_data import NO_PERSONAL_DATA


class Framework(models.Model):
    """A body of professional standards, whoever publishes it; what it says stands in its versions.

    Empty `professions` or `services` mean all of them. `aliases` are other names it goes by (KSS for PQS).
    """

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40)
    owner = models.CharField(max_length=120)
    aliases = models.JSONField(default=list, blank=True)
    professions = models.JSONField(default=list, blank=True)
    services = models.JSONField(default=list, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["short_name", "code"]
        constraints = [
            models.CheckConstraint(condition=~Q(code="") & ~Q(name=""), name="framework_has_code_and_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("frameworks:framework", args=[self.code])
