"""Ladders: loading those that come with the portal, and publishing an organisation's own edition."""

from datetime import date, datetime
from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.reference.changes import Change
from academy.engines.reference.choices import Origin
from academy.engines.reference.reading import BadFile, BadPlace
from academy.engines.reference.services.policies import published_own
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from pathways.models import LadderVersion
from pathways.schema.ladder import LadderFile
from pathways.services.ladder_faults import faults_in


def load_ladder(file: LadderFile, *, on: date) -> list[Change]:
    """Write an edition that comes with the portal.

    Raises BadFile for one a person published and an unknown organisation, BadPlace for what is wrong in the ladder.
    """
    organisation = Organisation.objects.filter(slug=file.organisation).first()
    if organisation is None:
        raise BadFile([f"{file.key}: there is no organisation {file.organisation}. Name one that a file holds."])
    found = faults_in(file)
    if found:
        raise BadPlace(found)
    its = {"organisation": organisation, "ladder": file.ladder, "code": file.code}
    row = LadderVersion.objects.filter(**its).first() or LadderVersion(**its)
    refuse_published(row, key=file.key)
    return write(row, {**_columns(file), "withdrawn_on": None}).change(file.key)


def withdraw_ladder(key: str, *, on: date) -> list[Change]:
    """End from that day the edition of a file that was taken away. Journeys under way keep it."""
    slug, ladder, code = key.split("/")
    rows = LadderVersion.objects.shipped().filter(organisation__slug=slug, ladder=ladder, code=code)
    return [Change("withdrawn", key) for _ in withdraw(rows, on=on)]


@command("pathways.ladder.publish")
def publish(*, organisation: Organisation, content: LadderFile, by: Actor, at: datetime) -> LadderVersion:
    """Give an organisation an edition of a ladder from a day on. It never changes afterwards: publish the next one.
    Journeys under way keep the edition they began under (S2-05).

    Refuses anybody but the organisation's academy lead, a code used before, a first day on which another edition of the
    same ladder begins, and what is wrong in the ladder.
    """
    version = LadderVersion(organisation=organisation, ladder=content.ladder, code=content.code)
    if not allows("pathways.ladder.publish", by, version):
        raise Refused("Only the academy lead of the organisation publishes its ladders.")
    found = faults_in(content)
    if found:
        raise Refused("; ".join(said for _, said in found))
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    columns = _columns(content)
    published_own(version, columns, by=by, at=at).save()
    record(version, moved=("", Origin.PUBLISHED), changed=columns, organisation=organisation.pk)
    return version


def _columns(file: LadderFile) -> dict[str, Any]:
    return {
        "title": file.title,
        "service_kind": file.service_kind.value if file.service_kind else "",
        "is_public": file.public,
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.content,
        "checksum": checksum(file),
    }
