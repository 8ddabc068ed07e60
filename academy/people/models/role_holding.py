from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.choices import RoleCode
from academy.people.models.dated import Dated
from academy.people.models.service import Service, Team


class RoleHolding(Dated):
    """A role somebody holds by date, for a whole organisation or for one of its services or teams (X-07)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="role_holdings")
    role = models.CharField(max_length=40, choices=RoleCode.choices)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    is_public = models.BooleanField(
        default=False, help_text="She agreed to stand by name on the academy's public page (S0-09)."
    )

    personal_data = PersonalData(
        {
            "person": "who holds the role",
            "role": "shown to colleagues; kept for the retention of staff records",
            "is_public": "her agreement to be named on the academy's public page; ends with the role",
        }
    )

    class Meta(Dated.Meta):
        ordering = ["role", "-from_on"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(role__in=RoleCode.values), name="role_holding_role_known"),
            models.CheckConstraint(
                condition=Q(team__isnull=True) | Q(service__isnull=False), name="role_holding_team_only_with_service"
            ),
            models.UniqueConstraint(
                "person",
                "role",
                "organisation",
                Coalesce("service", 0),
                Coalesce("team", 0),
                condition=Q(until_on__isnull=True),
                name="role_holding_open_once",
            ),
        ]
        indexes = [models.Index(fields=["person", "until_on"], name="role_holding_by_person")]

    def __str__(self) -> str:
        return self.get_role_display()
