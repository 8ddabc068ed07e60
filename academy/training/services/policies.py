"""Training policies: loading those that come with the portal, and publishing an organisation's own."""

from datetime import date, datetime
from typing import Any

from academy.engines.audit.commands import command
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.services.policies import load_own, withdraw_own
from academy.engines.reference.writing import checksum
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.training.models import TrainingPolicy
from academy.training.schema.policy import TrainingPolicyFile


def load(file: TrainingPolicyFile, *, on: date) -> list[Change]:
    """Write a policy that comes with the portal. Raises BadFile for a policy a person published, and for an unknown
    organisation.
    """
    return load_own(TrainingPolicy, file, _columns(file))


def withdraw_policy(key: str, *, on: date) -> list[Change]:
    """End from that day the policy of a file that was taken away. Requests submitted under it keep it."""
    return withdraw_own(TrainingPolicy, key, on=on)


@command("training.policy.publish")
def publish(*, organisation: Organisation, content: TrainingPolicyFile, by: Actor, at: datetime) -> TrainingPolicy:
    """Give an organisation its own policy from a day on. It never changes afterwards: publish the next one.

    Refuses anybody but the organisation's academy lead, a code used before, and a first day another one begins on.
    """
    policy = TrainingPolicy(organisation=organisation, code=content.code)
    return publish_own(policy, _columns(content), permission="training.policy.publish", by=by, at=at)


def _columns(file: TrainingPolicyFile) -> dict[str, Any]:
    return {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.content,
        "checksum": checksum(file),
    }
