"""What an academy says of itself to everybody."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from academy.identity.models import Organisation
from academy.people.models import AcademyPage, OrganisationLink, PartnershipMember
from academy.people.querysets import holds_on


@dataclass(frozen=True)
class PublicPage:
    """The public page of an organisation; `page` is None where its academy says nothing yet."""

    organisation: Organisation
    page: AcademyPage | None
    links: list[OrganisationLink]
    partners: list[Organisation]


def organisations_shown(on: date) -> QuerySet[Organisation]:
    """Organisations with a public page: those that have an academy and have not ended."""
    going_on = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    return Organisation.objects.filter(going_on).exclude(academy_name="").select_related("academy_page")


def public_page(organisation: Organisation, on: date) -> PublicPage:
    """The page's content, in two queries beside the organisation."""
    partners = PartnershipMember.objects.filter(holds_on(on), partnership=organisation).select_related("member")
    return PublicPage(
        organisation=organisation,
        page=getattr(organisation, "academy_page", None),
        links=list(organisation.links.filter(withdrawn_on=None)),
        partners=[partner.member for partner in partners.order_by("member__name")],
    )
