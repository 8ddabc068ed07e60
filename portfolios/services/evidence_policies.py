"""Evidence policies: loading those that come with the portal, and publishing an organisation's own."""

from datetime import date, datetime
from typing import Any

from academy.engines.audit.commands import command
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.services.policies import load_own, withdraw_own
from academy.engines.reference.writing import checksum
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from portfolios.models import EvidencePolicy
from portfolios.schema.evidence import EvidencePolicyFile


def load_evidence_policy(file: EvidencePolicyFile, *, on: date) -> list[Change]:
    """Write a policy that comes with the portal. Raises BadFile for a policy a person published, and for an unknown
    organisation.
    """
    return load_own(EvidencePolicy, file, _columns(file))


def withdraw_evidence_policy(key: str, *, on: date) -> list[Change]:
    """End from that day the policy of a file that was taken away. What was graded under it keeps its scale."""
    return withdraw_own(EvidencePolicy, key, on=on)


@command("portfolios.policy.publish")
def publish_evidence_policy(
    *, organisation: Organisation, content: EvidencePolicyFile, by: Actor, at: datetime
) -> EvidencePolicy:
    """Give an organisation its own policy from a day on: the scale of its audits, its questions, who may observe.

    It never changes afterwards: publish the next one. Refuses anybody but the organisation's academy lead, a code used
    before, and a first day another one begins on.
    """
    policy = EvidencePolicy(organisation=organisation, code=content.code)
    return publish_own(policy, _columns(content), permission="portfolios.policy.publish", by=by, at=at)


def _columns(file: EvidencePolicyFile) -> dict[str, Any]:
    return {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.model_dump(mode="json", exclude_none=True),
        "checksum": checksum(file),
    }
