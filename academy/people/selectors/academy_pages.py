"""What an academy says of itself to everybody."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from academy.identity.models import Organisation
from academy.people.choices import ACADEMY_ROLES
from academy.people.models import AcademyPage, OrganisationLink, PartnershipMember, RoleHolding, Terms
from academy.people.querysets import holds_on


@dataclass(frozen=True)
class TeamMember:
    """Somebody of the academy as everybody may know her: her name and her job there, or else her role."""

    name: str
    job: str


@dataclass(frozen=True)
class PublicPage:
    """The public page of an organisation; `page` is None where its academy says nothing yet."""

    organisation: Organisation
    page: AcademyPage | None
    links: list[OrganisationLink]
    partners: list[Organisation]
    team: list[TeamMember]


def organisations_shown(on: date) -> QuerySet[Organisation]:
    """Organisations with a public page: those that have an academy and have not ended."""
    going_on = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    return Organisation.objects.filter(going_on).exclude(academy_name="").select_related("academy_page")


def public_page(organisation: Organisation, on: date) -> PublicPage:
    """The page's content, in four queries beside the organisation."""
    partners = PartnershipMember.objects.filter(holds_on(on), partnership=organisation).select_related("member")
    return PublicPage(
        organisation=organisation,
        page=getattr(organisation, "academy_page", None),
        links=list(organisation.links.filter(withdrawn_on=None)),
        partners=[partner.member for partner in partners.order_by("member__name")],
        team=_team(organisation, on),
    )


def _team(organisation: Organisation, on: date) -> list[TeamMember]:
    """Who holds a role of the academy on the day and agreed to be named, by name (S0-09)."""
    held = RoleHolding.objects.filter(
        holds_on(on), organisation=organisation, role__in=ACADEMY_ROLES, is_public=True
    ).select_related("person")
    roles = {holding.person: holding.get_role_display() for holding in held}
    terms = Terms.objects.filter(
        holds_on(on), holds_on(on, "post__"), post__organisation=organisation, post__person__in=roles
    ).select_related("job_role", "post")
    jobs = {each.post.person_id: each.title for each in terms.order_by("post__is_primary")}
    people = sorted(roles, key=lambda person: (person.family_name, person.given_name))
    return [TeamMember(person.full_name, jobs.get(person.pk, roles[person])) for person in people]
