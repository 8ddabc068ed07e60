"""Templates of portfolios: loading those that come with the portal, and publishing an organisation's own."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.reading import BadPlace
from academy.engines.reference.services.policies import EVERYBODY, organisation_of
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from portfolios.models import PortfolioTemplate
from portfolios.schema.template import TemplateFile
from portfolios.services.template_faults import faults_in

PUBLISH = "portfolios.template.publish"


def load_template(file: TemplateFile, *, on: date) -> list[Change]:
    """Write an edition that comes with the portal.

    Raises BadFile for one a person published and an unknown organisation, BadPlace for what is wrong in the template.
    """
    organisation = organisation_of(file)
    found = faults_in(file)
    if found:
        raise BadPlace(found)
    its = {"organisation": organisation, "template": file.template, "code": file.code}
    row = PortfolioTemplate.objects.filter(**its).first() or PortfolioTemplate(**its)
    refuse_published(row, key=file.key)
    return write(row, {**_columns(file), "withdrawn_on": None}).change(file.key)


def withdraw_template(key: str, *, on: date) -> list[Change]:
    """End from that day the edition of a file that was taken away. Portfolios opened under it keep it."""
    slug, template, code = key.split("/")
    whose = {"organisation": None} if slug == EVERYBODY else {"organisation__slug": slug}
    rows = PortfolioTemplate.objects.shipped().filter(template=template, code=code, **whose)
    return [Change("withdrawn", key) for _ in withdraw(rows, on=on)]


@command("portfolios.template.publish")
def publish_template(
    *, organisation: Organisation, content: TemplateFile, by: Actor, at: datetime
) -> PortfolioTemplate:
    """Give an organisation an edition of a template from a day on. It never changes afterwards: publish the next one.
    Portfolios opened before keep the edition they were opened under.

    Refuses anybody but the organisation's academy lead, a code used before, a first day on which another edition of the
    same template begins, and what is wrong in the template.
    """
    version = PortfolioTemplate(organisation=organisation, template=content.template, code=content.code)
    found = faults_in(content) if allows(PUBLISH, by, version) else []
    if found:
        raise Refused("; ".join(said for _, said in found))
    return publish_own(version, _columns(content), permission=PUBLISH, by=by, at=at)


def said_by_template(version: PortfolioTemplate) -> Mapping[str, Any]:
    """What an edition says, in the words of its file."""
    heading = {"template": version.template, "title": version.title, "purpose": version.purpose}
    return {**heading, **version.content}


def _columns(file: TemplateFile) -> dict[str, Any]:
    return {
        "title": file.title,
        "purpose": file.purpose.value,
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.content,
        "checksum": checksum(file),
    }
