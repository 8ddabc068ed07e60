from django.db import models
from django.db.models import Q

from academy.engines.reference.choices import Origin
from academy.identity.models import Organisation
from academy.identity.personal_data import NO_PERSONAL_DATA
from academy.people.choices import ServiceKind
from academy.people.models.dated import Dated


class Service(models.Model):
    """A service of an organisation: adults', or children and families'.

    Loading reference data changes and withdraws only what came with it and was not changed on a page since.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="services")
    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=ServiceKind.choices)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PUBLISHED)
    withdrawn_on = models.DateField(null=True, blank=True, help_text="From this day it is no longer chosen.")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["organisation", "name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="service_code_once"),
            models.CheckConstraint(condition=Q(kind__in=ServiceKind.values), name="service_kind_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="service_origin_known"),
        ]

    def __str__(self) -> str:
        return self.name


class Team(Dated):
    """A team of a service. Ended teams stay, for the history of those who worked in them.

    Loading reference data changes and ends only the teams that came with it, never those an organisation added or
    changed itself.
    """

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="teams")
    code = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PUBLISHED)

    personal_data = NO_PERSONAL_DATA

    class Meta(Dated.Meta):
        ordering = ["service", "name"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["service", "code"], name="team_code_once"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="team_origin_known"),
        ]

    def __str__(self) -> str:
        return self.name
