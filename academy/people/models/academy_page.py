from django.db import models
from django.db.models import Q

from academy.identity.models import Organisation
from academy.identity.personal_data import NO_PERSONAL_DATA


class AcademyPage(models.Model):
    """What an academy says of itself to everybody, on its public page (S0-01, S0-11, S1-01, S1-02).

    `promise` are the few words of the offer, in order: Begin, Flourish, Excel. The three shares are the guide of the
    70:20:10 approach in per cent; together they make 100.
    """

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="academy_page")
    approach_name = models.CharField(max_length=80, blank=True)
    approach = models.TextField(blank=True)
    by_experience = models.PositiveSmallIntegerField(default=70)
    from_others = models.PositiveSmallIntegerField(default=20)
    formal = models.PositiveSmallIntegerField(default=10)
    promise_text = models.TextField(blank=True)
    promise = models.JSONField(default=list, blank=True)
    priorities = models.JSONField(default=list, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["organisation"]
        constraints = [
            models.CheckConstraint(
                condition=Q(by_experience=100 - models.F("from_others") - models.F("formal")),
                name="academy_page_shares_make_100",
            ),
        ]

    def __str__(self) -> str:
        return f"page of {self.organisation_id}"


class OrganisationLink(models.Model):
    """A page elsewhere that an organisation points to (S0-99, S0-100). Without an address it is named, not linked."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="links")
    title = models.CharField(max_length=120)
    about = models.CharField(max_length=300, blank=True)
    url = models.URLField(blank=True)
    order = models.PositiveSmallIntegerField(default=1)
    withdrawn_on = models.DateField(null=True, blank=True, help_text="From this day it is no longer shown.")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["organisation", "order"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "title"], name="organisation_link_title_once"),
            models.UniqueConstraint(
                fields=["organisation", "order"],
                condition=Q(withdrawn_on__isnull=True),
                name="organisation_link_order_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title
