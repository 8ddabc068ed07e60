from django.db import models
from django.db.models import Q

from academy.engines.reference.choices import Origin
from academy.identity.models import Organisation
from academy.identity.personal_data import NO_PERSONAL_DATA
from academy.people.models.dated import Dated
from academy.training.choices import MOST_TITLE, NeedSource


class FocusTheme(Dated):
    """What an academy's learning is about for a time; its courses stand first (S0-22, S0-23, S1-32)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="focus_themes")
    code = models.SlugField(max_length=80)
    title = models.CharField(max_length=MOST_TITLE)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PUBLISHED)

    personal_data = NO_PERSONAL_DATA

    class Meta(Dated.Meta):
        ordering = ["-from_on", "title"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["organisation", "code"], name="focus_theme_code_once"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="focus_theme_origin_known"),
            models.CheckConstraint(condition=~Q(title=""), name="focus_theme_has_title"),
        ]

    def __str__(self) -> str:
        return self.title


class Need(models.Model):
    """A need that was found and that courses answer, with where it was found (S3-05, S3-08 to S3-12).

    `agency` is the employer it was found at, where a programme serves several.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="needs")
    agency = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    code = models.SlugField(max_length=80)
    text = models.CharField(max_length=400)
    source = models.CharField(max_length=20, choices=NeedSource.choices)
    found_on = models.DateField(null=True, blank=True)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PUBLISHED)
    withdrawn_on = models.DateField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["organisation", "-found_on", "text"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="need_code_once"),
            models.CheckConstraint(condition=Q(source__in=NeedSource.values), name="need_source_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="need_origin_known"),
            models.CheckConstraint(condition=~Q(text=""), name="need_says_what"),
        ]

    def __str__(self) -> str:
        return self.text
