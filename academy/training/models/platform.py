from django.db import models
from django.db.models import Q

from academy.engines.reference.choices import Origin
from academy.identity.models import Organisation
from academy.identity.personal_data import NO_PERSONAL_DATA
from academy.training.choices import OpenTo


class Platform(models.Model):
    """An e-learning platform or information hub of an organisation, and who may use it (S0-28 to S0-30, S1-34)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="platforms")
    code = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    about = models.TextField(blank=True)
    url = models.URLField(blank=True)
    open_to = models.CharField(max_length=10, choices=OpenTo.choices, default=OpenTo.STAFF)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PUBLISHED)
    withdrawn_on = models.DateField(null=True, blank=True, help_text="From this day it is no longer offered.")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["organisation", "name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="platform_code_once"),
            models.CheckConstraint(condition=Q(open_to__in=OpenTo.values), name="platform_open_to_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="platform_origin_known"),
            models.CheckConstraint(condition=~Q(name=""), name="platform_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Subscription(models.Model):
    """A subscription that brings learning, and its number of in-house sessions a year (S0-33, S1-37 to S1-40)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="subscriptions")
    code = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=20, help_text="What marks its events, such as MRC.")
    about = models.TextField(blank=True)
    aims = models.JSONField(default=list, blank=True)
    mainly_for = models.CharField(max_length=200, blank=True)
    sessions_a_year = models.PositiveSmallIntegerField(null=True, blank=True)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PUBLISHED)
    withdrawn_on = models.DateField(null=True, blank=True, help_text="From this day it is no longer held.")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["organisation", "name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="subscription_code_once"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="subscription_origin_known"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(short_name=""), name="subscription_has_names"),
        ]

    def __str__(self) -> str:
        return self.name
