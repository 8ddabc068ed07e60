"""Second job policies: loading those that come with the portal, and publishing an organisation's own."""

from datetime import date, datetime
from typing import Any

from academy.engines.audit.commands import command
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.reading import Misplaced
from academy.engines.reference.services.policies import load_own, withdraw_own
from academy.engines.reference.writing import checksum
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.models import Grade, SecondJobPolicy
from academy.people.schema.second_jobs import SecondJobPolicyFile


def load(file: SecondJobPolicyFile, *, on: date) -> list[Change]:
    """Write a policy. Raises BadFile for one a person published, and for an unknown organisation."""
    return load_own(SecondJobPolicy, file, _columns(file))


def withdraw_policy(key: str, *, on: date) -> list[Change]:
    """End from that day the policy of a file that was taken away. Jobs declared under it keep it."""
    return withdraw_own(SecondJobPolicy, key, on=on)


@command("people.second_job_policy.publish")
def publish(*, organisation: Organisation, content: SecondJobPolicyFile, by: Actor, at: datetime) -> SecondJobPolicy:
    """Give an organisation its own policy from a day on. Jobs declared before keep the version they were declared
    under.

    Refuses anybody but the organisation's academy lead, a code used before, and a first day another one begins on.
    """
    policy = SecondJobPolicy(organisation=organisation, code=content.code)
    return publish_own(policy, _columns(content), permission="people.policy.publish", by=by, at=at)


def unknown_in(file: SecondJobPolicyFile) -> list[Misplaced]:
    """The grade of the threshold, where the organisation has none called so."""
    if file.threshold is None:
        return []
    own = Grade.objects.filter(organisation__slug=file.organisation).values_list("code", flat=True)
    known = sorted(set(own))
    if not known or file.threshold.grade in known:
        return []
    return [(("threshold", "grade"), f"there is no grade {file.threshold.grade}. There are: {', '.join(known)}")]


def _columns(file: SecondJobPolicyFile) -> dict[str, Any]:
    return {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.content,
        "checksum": checksum(file),
    }
