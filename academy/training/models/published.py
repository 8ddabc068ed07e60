from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.reference.models import Version
from academy.identity.models import Organisation
from academy.identity.personal_data import PersonalData
from academy.training.choices import MOST_TITLE, TextKind


class PublishedText(Version):
    """Something an academy publishes in its own words, in dated versions: its practice framework, a delivery model,
    what it offers and what it expects (S0-02, S0-05, S1-45, S2-27). Versions of one text share their `key`.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="published_texts")
    key = models.SlugField(max_length=80)
    kind = models.CharField(max_length=20, choices=TextKind.choices)
    title = models.CharField(max_length=MOST_TITLE)
    text = models.TextField()
    owner = models.CharField(max_length=120, help_text="The office that answers for it.")

    personal_data = PersonalData({"published_by": "answers for the text; kept as long as the text"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "kind", "title", "-valid_from"]
        constraints = [
            *Version.Meta.constraints,
            models.UniqueConstraint(fields=["organisation", "key", "code"], name="publishedtext_code_once"),
            models.UniqueConstraint(
                fields=["organisation", "key", "valid_from"],
                condition=Q(withdrawn_on__isnull=True),
                name="publishedtext_start_once",
            ),
            models.CheckConstraint(condition=Q(kind__in=TextKind.values), name="publishedtext_kind_known"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="publishedtext_says_what"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.code}"

    def get_absolute_url(self) -> str:
        return reverse("training:text", args=[self.pk])
