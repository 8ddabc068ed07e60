"""Second job policies that come with the portal: writing what a file says, part of the reference engine's act."""

from datetime import date

from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.identity.models import Organisation
from academy.people.models import SecondJobPolicy
from academy.people.schema.second_jobs import SecondJobPolicyFile


def load(file: SecondJobPolicyFile, *, on: date) -> list[Change]:
    """Write a policy. Raises BadFile for one a person published, and for an unknown organisation."""
    organisation = organisation_of(file)
    row = SecondJobPolicy.objects.filter(organisation=organisation, code=file.code).first()
    row = row or SecondJobPolicy(organisation=organisation, code=file.code)
    refuse_published(row, key=file.key)
    values = {"valid_from": file.valid_from, "valid_to": file.valid_to, "content": file.content}
    return write(row, {**values, "checksum": checksum(file), "withdrawn_on": None}).change(file.key)


def withdraw_policy(key: str, *, on: date) -> list[Change]:
    """End from that day the policy of a file that was taken away. Jobs declared under it keep it."""
    slug, _, code = key.partition("/")
    shipped = SecondJobPolicy.objects.shipped().filter(code=code)
    own = shipped.filter(organisation=None) if slug == "all" else shipped.filter(organisation__slug=slug)
    return [Change("withdrawn", key) for _ in withdraw(own, on=on)]


def organisation_of(file: SecondJobPolicyFile) -> Organisation | None:
    """The organisation a file names, None for the policy of all. Raises BadFile for one no file holds."""
    if file.organisation is None:
        return None
    found = Organisation.objects.filter(slug=file.organisation).first()
    if found is None:
        raise BadFile([f"{file.key}: there is no organisation {file.organisation}. Name one that a file holds."])
    return found
