"""CPD policies: loading the one that comes with the portal, and publishing an organisation's own."""

from datetime import date, datetime
from typing import Any

from academy.development.models import CpdPolicy
from academy.development.schema.entries import PolicyFile
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.reference.changes import Change
from academy.engines.reference.choices import Origin
from academy.engines.reference.reading import BadFile
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.identity.actor import Actor
from academy.identity.models import Organisation


def load(file: PolicyFile, *, on: date) -> list[Change]:
    """Write a policy that comes with the portal. Raises BadFile for a policy a person published, and for an unknown
    organisation.
    """
    organisation = _organisation(file)
    row = CpdPolicy.objects.filter(organisation=organisation, code=file.code).first()
    row = row or CpdPolicy(organisation=organisation, code=file.code)
    refuse_published(row, key=file.key)
    return write(row, {**_columns(file), "withdrawn_on": None}).change(file.key)


def withdraw_policy(key: str, *, on: date) -> list[Change]:
    """End from that day the policy of a file that was taken away."""
    slug, _, code = key.partition("/")
    shipped = CpdPolicy.objects.shipped().filter(code=code)
    own = shipped.filter(organisation=None) if slug == "all" else shipped.filter(organisation__slug=slug)
    return [Change("withdrawn", key) for _ in withdraw(own, on=on)]


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
    record(policy, moved=("", Origin.PUBLISHED), changed=_columns(content), organisation=organisation.pk)
    return policy


def _organisation(file: PolicyFile) -> Organisation | None:
    if file.organisation is None:
        return None
    found = Organisation.objects.filter(slug=file.organisation).first()
    if found is None:
        raise BadFile([f"{file.key}: there is no organisation {file.organisation}. Name one that a file holds."])
    return found


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
