"""Training policies: loading those that come with the portal, and publishing an organisation's own."""

from datetime import date, datetime
from typing import Any

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.reference.changes import Change
from academy.engines.reference.choices import Origin
from academy.engines.reference.reading import BadFile
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.training.models import TrainingPolicy
from academy.training.schema.policy import TrainingPolicyFile


def load(file: TrainingPolicyFile, *, on: date) -> list[Change]:
    """Write a policy that comes with the portal. Raises BadFile for a policy a person published, and for an unknown
    organisation.
    """
    organisation = _organisation(file)
    row = TrainingPolicy.objects.filter(organisation=organisation, code=file.code).first()
    row = row or TrainingPolicy(organisation=organisation, code=file.code)
    refuse_published(row, key=file.key)
    return write(row, {**_columns(file), "withdrawn_on": None}).change(file.key)


def withdraw_policy(key: str, *, on: date) -> list[Change]:
    """End from that day the policy of a file that was taken away. Requests submitted under it keep it."""
    slug, _, code = key.partition("/")
    shipped = TrainingPolicy.objects.shipped().filter(code=code)
    own = shipped.filter(organisation=None) if slug == "all" else shipped.filter(organisation__slug=slug)
    return [Change("withdrawn", key) for _ in withdraw(own, on=on)]


@command("training.policy.publish")
def publish(*, organisation: Organisation, content: TrainingPolicyFile, by: Actor, at: datetime) -> TrainingPolicy:
    """Give an organisation its own policy from a day on. It never changes afterwards: publish the next one.

    Refuses anybody but the organisation's academy lead, a code used before, and a first day another one begins on.
    """
    policy = TrainingPolicy(organisation=organisation, code=content.code)
    if not allows("training.policy.publish", by, policy):
        raise Refused("Only the academy lead of the organisation publishes its policy.")
    own = TrainingPolicy.objects.filter(organisation=organisation)
    if own.filter(code=content.code).exists():
        raise Refused("There is a policy with this code already. Choose another.", field="code")
    if own.filter(valid_from=content.valid_from, withdrawn_on=None).exists():
        raise Refused("Another policy begins on this day. Choose another first day.", field="valid_from")
    values = {**_columns(content), "origin": Origin.PUBLISHED, "published_at": at, "published_by_id": by.person_id}
    for name, value in values.items():
        setattr(policy, name, value)
    policy.save()
    record(policy, moved=("", Origin.PUBLISHED), changed=_columns(content), organisation=organisation.pk)
    return policy


def _organisation(file: TrainingPolicyFile) -> Organisation | None:
    if file.organisation is None:
        return None
    found = Organisation.objects.filter(slug=file.organisation).first()
    if found is None:
        raise BadFile([f"{file.key}: there is no organisation {file.organisation}. Name one that a file holds."])
    return found


def _columns(file: TrainingPolicyFile) -> dict[str, Any]:
    return {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.content,
        "checksum": checksum(file),
    }
