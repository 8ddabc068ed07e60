"""CPD policies: loading the one that comes with the portal, and publishing an organisation's own."""

from datetime import date, datetime
from typing import Any

from academy.development.models import CpdPolicy
from academy.development.schema import PolicyFile
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.reference.changes import Change
from academy.engines.reference.choices import Origin
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.identity.actor import Actor
from academy.identity.models import Organisation


def load(file: PolicyFile, *, on: date) -> list[Change]:
    """Write the policy of organisations without one. Raises BadFile for a code that a person published."""
    row = CpdPolicy.objects.filter(organisation=None, code=file.code).first() or CpdPolicy(code=file.code)
    refuse_published(row, key=file.code)
    return write(row, {**_columns(file), "withdrawn_on": None}).change(file.code)


def withdraw_policy(code: str, *, on: date) -> list[Change]:
    """End from that day the policy of a file that was taken away."""
    shipped = CpdPolicy.objects.shipped().filter(organisation=None, code=code)
    return [Change("withdrawn", row.code) for row in withdraw(shipped, on=on)]


@command("development.policy.publish")
def publish(*, organisation: Organisation, content: PolicyFile, by: Actor, at: datetime) -> CpdPolicy:
    """Give an organisation its own policy from a day on. It never changes afterwards: publish the next one.

    Refuses anybody but the organisation's academy lead, a code used before, and a first day another one begins on.
    """
    policy = CpdPolicy(organisation=organisation, code=content.code)
    if not allows("development.policy.publish", by, policy):
        raise Refused("Only the academy lead of the organisation publishes its policy.")
    own = CpdPolicy.objects.filter(organisation=organisation)
    if own.filter(code=content.code).exists():
        raise Refused("There is a policy with this code already. Choose another.", field="code")
    if own.filter(valid_from=content.valid_from, withdrawn_on=None).exists():
        raise Refused("Another policy begins on this day. Choose another first day.", field="valid_from")
    values = {**_columns(content), "origin": Origin.PUBLISHED, "published_at": at, "published_by_id": by.person_id}
    for name, value in values.items():
        setattr(policy, name, value)
    policy.save()
    record(policy, moved=("", Origin.PUBLISHED), changed=values, organisation=organisation.pk)
    return policy


def _columns(file: PolicyFile) -> dict[str, Any]:
    return {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "approach": file.approach,
        "motto": file.motto,
        "rhythm_weeks": file.rhythm.weeks,
        "rhythm_from": file.rhythm.from_on,
        "share_experience": file.guide.experience,
        "share_others": file.guide.others,
        "share_formal": file.guide.formal,
        "questions": {kind.value: part.model_dump(mode="json") for kind, part in file.questions.items()},
        "checksum": checksum(file),
    }
