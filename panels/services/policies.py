"""Panel policies: loading those that come with the portal, and publishing an organisation's own."""

import json
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
from panels.models import PanelPolicy
from panels.schema.policy import PanelPolicyFile
from panels.services.policy_faults import faults_in

PUBLISH = "panels.policy.publish"
HEAD = {"organisation", "code", "valid_from", "valid_to"}


def load_panel_policy(file: PanelPolicyFile, *, on: date) -> list[Change]:
    """Write an edition that comes with the portal.

    Raises BadFile for one a person published and an unknown organisation, BadPlace for what is wrong in the policy.
    """
    organisation = organisation_of(file)
    found = faults_in(file)
    if found:
        raise BadPlace(found)
    its = {"organisation": organisation, "purpose": file.purpose, "code": file.code}
    row = PanelPolicy.objects.filter(**its).first() or PanelPolicy(**its)
    refuse_published(row, key=file.key)
    return write(row, {**_columns(file), "withdrawn_on": None}).change(file.key)


def withdraw_panel_policy(key: str, *, on: date) -> list[Change]:
    """End from that day the edition of a file that was taken away. Cases that began under it keep it."""
    slug, purpose, code = key.split("/")
    whose: dict[str, Any] = {"organisation": None} if slug == EVERYBODY else {"organisation__slug": slug}
    rows = PanelPolicy.objects.shipped().filter(purpose=purpose, code=code, **whose)
    return [Change("withdrawn", key) for _ in withdraw(rows, on=on)]


@command("panels.policy.publish")
def publish_panel_policy(
    *, organisation: Organisation, content: PanelPolicyFile, by: Actor, at: datetime
) -> PanelPolicy:
    """Give an organisation an edition of its rules for one sort of panel from a day on. It never changes afterwards:
    publish the next one. Cases begun before keep the edition they began under.

    Refuses anybody but the organisation's academy lead, a code used before, a first day on which another edition of the
    same purpose begins, and what is wrong in the policy.
    """
    policy = PanelPolicy(organisation=organisation, code=content.code, purpose=content.purpose.value)
    found = faults_in(content) if allows(PUBLISH, by, policy) else []
    if found:
        raise Refused("; ".join(said for _, said in found))
    return publish_own(policy, _columns(content), permission=PUBLISH, by=by, at=at)


def said_by_policy(policy: PanelPolicy) -> Mapping[str, Any]:
    """What an edition says, in the words of its file; what it leaves at its default is left out."""
    file = PanelPolicyFile.model_validate_json(json.dumps(policy.content))
    return file.model_dump(mode="json", exclude=HEAD, exclude_none=True, exclude_defaults=True)


def _columns(file: PanelPolicyFile) -> dict[str, Any]:
    return {
        "title": file.title,
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.model_dump(mode="json", exclude_none=True),
        "checksum": checksum(file),
    }
