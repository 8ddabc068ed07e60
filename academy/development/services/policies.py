"""CPD policies: loading the one that comes with the portal, and publishing an organisation's own."""

from datetime import date, datetime
from typing import Any

from academy.development.models import CpdPolicy
from academy.development.schema.entries import PolicyFile
from academy.engines.audit.commands import command
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.services.policies import load_own, withdraw_own
from academy.engines.reference.writing import checksum
from academy.identity.actor import Actor
from academy.identity.models import Organisation


def load(file: PolicyFile, *, on: date) -> list[Change]:
    """Write a policy that comes with the portal. Raises BadFile for a policy a person published, and for an unknown
    organisation.
    """
    return load_own(CpdPolicy, file, _columns(file))


def withdraw_policy(key: str, *, on: date) -> list[Change]:
    """End from that day the policy of a file that was taken away."""
    return withdraw_own(CpdPolicy, key, on=on)


@command("development.policy.publish")
def publish(*, organisation: Organisation, content: PolicyFile, by: Actor, at: datetime) -> CpdPolicy:
    """Give an organisation its own policy from a day on. It never changes afterwards: publish the next one.

    Refuses anybody but the organisation's academy lead, a code used before, and a first day another one begins on.
    """
    policy = CpdPolicy(organisation=organisation, code=content.code)
    return publish_own(policy, _columns(content), permission="development.policy.publish", by=by, at=at)


def said_by(policy: CpdPolicy) -> dict[str, Any]:
    """What a version says in the words of its file, without the head."""
    return {
        "approach": policy.approach,
        "motto": policy.motto,
        "rhythm": {"weeks": policy.rhythm_weeks, "from": policy.rhythm_from},
        "peer_weeks": policy.peer_weeks,
        "guide": {
            "experience": policy.share_experience,
            "others": policy.share_others,
            "formal": policy.share_formal,
        },
        "questions": policy.questions,
    }


def _columns(file: PolicyFile) -> dict[str, Any]:
    return {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "approach": file.approach,
        "motto": file.motto,
        "rhythm_weeks": file.rhythm.weeks,
        "rhythm_from": file.rhythm.from_on,
        "peer_weeks": file.peer_weeks,
        "share_experience": file.guide.experience,
        "share_others": file.guide.others,
        "share_formal": file.guide.formal,
        "questions": {kind.value: part.model_dump(mode="json") for kind, part in file.questions.items()},
        "checksum": checksum(file),
    }
