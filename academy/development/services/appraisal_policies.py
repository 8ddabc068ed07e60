"""Appraisal policies: loading those that come with the portal, and publishing an organisation's own."""

from datetime import date, datetime
from typing import Any

from academy.development.models import AppraisalPolicy
from academy.development.schema.appraisals import AppraisalPolicyFile
from academy.engines.audit.commands import command
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.services.policies import load_own, withdraw_own
from academy.engines.reference.writing import checksum
from academy.identity.actor import Actor
from academy.identity.models import Organisation


def load_appraisal_policy(file: AppraisalPolicyFile, *, on: date) -> list[Change]:
    """Write a policy that comes with the portal. Raises BadFile for a policy a person published, and for an unknown
    organisation.
    """
    return load_own(AppraisalPolicy, file, _columns(file))


def withdraw_appraisal_policy(key: str, *, on: date) -> list[Change]:
    """End from that day the policy of a file that was taken away. Meetings begun under it keep it."""
    return withdraw_own(AppraisalPolicy, key, on=on)


@command("development.appraisal_policy.publish")
def publish_appraisal_policy(
    *, organisation: Organisation, content: AppraisalPolicyFile, by: Actor, at: datetime
) -> AppraisalPolicy:
    """Give an organisation its own policy from a day on: the name of its appraisal, its year and months, its questions.

    It never changes afterwards: publish the next one. Refuses anybody but the organisation's academy lead, a code used
    before, and a first day another one begins on.
    """
    policy = AppraisalPolicy(organisation=organisation, code=content.code)
    return publish_own(policy, _columns(content), permission="development.appraisal_policy.publish", by=by, at=at)


def _columns(file: AppraisalPolicyFile) -> dict[str, Any]:
    return {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "name": file.name,
        "content": file.model_dump(mode="json"),
        "checksum": checksum(file),
    }
