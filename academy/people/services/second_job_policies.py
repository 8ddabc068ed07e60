"""Second job policies that come with the portal: writing what a file says, part of the reference engine's act."""

from datetime import date

from academy.engines.reference.changes import Change
from academy.engines.reference.services.policies import load_own, withdraw_own
from academy.engines.reference.writing import checksum
from academy.people.models import SecondJobPolicy
from academy.people.schema.second_jobs import SecondJobPolicyFile


def load(file: SecondJobPolicyFile, *, on: date) -> list[Change]:
    """Write a policy. Raises BadFile for one a person published, and for an unknown organisation."""
    columns = {"valid_from": file.valid_from, "valid_to": file.valid_to, "content": file.content}
    return load_own(SecondJobPolicy, file, {**columns, "checksum": checksum(file)})


def withdraw_policy(key: str, *, on: date) -> list[Change]:
    """End from that day the policy of a file that was taken away. Jobs declared under it keep it."""
    return withdraw_own(SecondJobPolicy, key, on=on)
