from django.db import models
from django.db.models import F, Q

from academy.engines.reference.choices import Origin
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData
from academy.people.choices import MembershipKind
from academy.people.models.dated import Dated


class Membership(Dated):
    """How somebody without a post belongs to an organisation: candidate, partner, university, student, guest."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    kind = models.CharField(max_length=20, choices=MembershipKind.choices)

    personal_data = PersonalData({"person": "who belongs", "kind": "what she may reach; kept two years after it ends"})

    class Meta(Dated.Meta):
        ordering = ["-from_on"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=MembershipKind.values), name="membership_kind_known"),
            models.UniqueConstraint(
                fields=["person", "organisation", "kind"],
                condition=Q(until_on__isnull=True),
                name="membership_open_once",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class PartnershipMember(Dated):
    """An organisation's part in a partnership: the list of partners is data, and changes (S3-01, S3-02).

    Loading reference data changes and ends only what came with it and was not changed on a page since.
    """

    partnership = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="partners")
    member = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="partnerships")
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PUBLISHED)

    personal_data = NO_PERSONAL_DATA

    class Meta(Dated.Meta):
        ordering = ["partnership", "member"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=~Q(partnership=F("member")), name="partnership_member_is_another"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="partnership_member_origin_known"),
            models.UniqueConstraint(
                fields=["partnership", "member"],
                condition=Q(until_on__isnull=True),
                name="partnership_member_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} in {self.partnership_id}"

    @property
    def organisation_id(self) -> int:
        """Whose row it is: the partnership keeps its partners."""
        return self.partnership_id
