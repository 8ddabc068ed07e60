"""Writing what a file says about an organisation: part of the reference engine's act, which audits it."""

from datetime import date

from academy.engines.reference.changes import Change
from academy.engines.reference.choices import Origin
from academy.engines.reference.reading import BadFile
from academy.engines.reference.writing import make_room, withdraw, write
from academy.identity.choices import OrganisationOrigin
from academy.identity.models import Organisation
from academy.people.models import AcademyPage, OrganisationLink, PartnershipMember, Service, Team
from academy.people.models.dated import Dated
from academy.people.rules.spans import day_before
from academy.people.schema.places import OrganisationFile, OrganisationPart, PartnerPart, ServicePart, TeamPart


def load_organisation(file: OrganisationFile, *, on: date) -> list[Change]:
    """Write an organisation with its page, links, services, teams and partners. What the file holds no longer ends the
    day before `on`; what an organisation added or changed itself stays as it is."""
    organisation, changes = _organisation(file.organisation)
    changes += _page(organisation, file)
    changes += _links(organisation, file, on=on)
    for service in file.services:
        changes += _service(organisation, service, on=on)
    shipped = organisation.services.filter(origin=Origin.SHIPPED)
    gone = shipped.exclude(code__in=[service.code for service in file.services])
    changes += [Change("withdrawn", f"{organisation.slug}/{row.code}") for row in withdraw(gone, on=on)]
    return changes + _partners(organisation, file.partners, on=on)


def end_organisation(slug: str, *, on: date) -> list[Change]:
    """End an organisation whose file was taken away: the day before is its last."""
    organisation = Organisation.objects.get(slug=slug)
    if organisation.ends_on is not None or not _is_shipped(organisation):
        return []
    write(organisation, {"ends_on": max(day_before(on), organisation.starts_on or date.min)})
    return [Change("withdrawn", slug)]


def partners_named(file: OrganisationFile) -> frozenset[str]:
    """Slugs of the organisations a partnership's file names: their files are loaded before it."""
    return frozenset(partner.organisation for partner in file.partners)


def _organisation(part: OrganisationPart) -> tuple[Organisation, list[Change]]:
    row = Organisation.objects.filter(slug=part.slug).first() or Organisation(slug=part.slug)
    if not _is_shipped(row):
        return row, []
    values = {**part.model_dump(exclude={"slug"}), "origin": OrganisationOrigin.SHIPPED}
    return row, write(row, values).change(part.slug)


def _page(organisation: Organisation, file: OrganisationFile) -> list[Change]:
    if file.page is None:
        return []
    row = AcademyPage.objects.filter(organisation=organisation).first() or AcademyPage(organisation=organisation)
    values = {**file.page.model_dump(exclude={"shares"}), **file.page.shares.model_dump()}
    return write(row, values).change(f"{organisation.slug}/page")


def _links(organisation: Organisation, file: OrganisationFile, *, on: date) -> list[Change]:
    rows = OrganisationLink.objects.filter(organisation=organisation)
    titles = [link.title for link in file.links]
    gone = withdraw(rows.exclude(title__in=titles), on=on)
    changes = [Change("withdrawn", f"{organisation.slug}/{row.title}") for row in gone]
    make_room(rows, key="title", rank="order", wanted=titles)
    for order, link in enumerate(file.links, start=1):
        row = rows.filter(title=link.title).first() or OrganisationLink(organisation=organisation, title=link.title)
        values = {"about": link.about, "url": link.url or "", "order": order, "withdrawn_on": None}
        changes += write(row, values).change(f"{organisation.slug}/{link.title}")
    return changes


def _service(organisation: Organisation, part: ServicePart, *, on: date) -> list[Change]:
    key = f"{organisation.slug}/{part.code}"
    row = organisation.services.filter(code=part.code).first() or Service(organisation=organisation, code=part.code)
    changes: list[Change] = []
    if _is_shipped(row):
        values = {"name": part.name, "kind": part.kind, "origin": Origin.SHIPPED, "withdrawn_on": None}
        changes += write(row, values).change(key)
    for team in part.teams:
        changes += _team(row, team, key=key)
    codes = [team.code for team in part.teams]
    gone = row.teams.filter(origin=Origin.SHIPPED, until_on__isnull=True).exclude(code__in=codes)
    return changes + [_ended(team, f"{key}/{team.code}", on=on) for team in gone]


def _team(service: Service, part: TeamPart, *, key: str) -> list[Change]:
    row = service.teams.filter(code=part.code).first() or Team(service=service, code=part.code)
    if not _is_shipped(row):
        return []
    values = {**part.model_dump(exclude={"code"}), "origin": Origin.SHIPPED}
    return write(row, values).change(f"{key}/{part.code}")


def _is_shipped(row: Organisation | Service | Team) -> bool:
    """May the file say what this is? Yes for what is new, and for what came with a file and was left so since."""
    return row.pk is None or row.origin == Origin.SHIPPED


def _partners(organisation: Organisation, parts: list[PartnerPart], *, on: date) -> list[Change]:
    changes: list[Change] = []
    for part in parts:
        member = Organisation.objects.filter(slug=part.organisation).first()
        if member is None:
            raise BadFile([f"{organisation.slug}: names the partner {part.organisation}, which no file holds."])
        known = organisation.partners.filter(member=member)
        if known.exclude(origin=Origin.SHIPPED).exists():
            continue  # its dates were given on a page
        row = known.first() or PartnershipMember(partnership=organisation, member=member)
        values = {"from_on": part.from_on, "until_on": part.until_on, "origin": Origin.SHIPPED}
        changes += write(row, values).change(f"{organisation.slug}/{member.slug}")
    gone = organisation.partners.filter(origin=Origin.SHIPPED, until_on__isnull=True).exclude(
        member__slug__in=[part.organisation for part in parts]
    )
    return changes + [
        _ended(row, f"{organisation.slug}/{row.member.slug}", on=on) for row in gone.select_related("member")
    ]


def _ended(row: Dated, key: str, *, on: date) -> Change:
    write(row, {"until_on": max(day_before(on), row.from_on)})
    return Change("withdrawn", key)
