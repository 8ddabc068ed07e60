"""CPD policies as reference data."""

from academy.development.schema import PolicyFile
from academy.development.services.policies import load, withdraw_policy
from academy.engines.reference.declarations import Kind, declare

POLICIES = Kind(
    name="development.cpd_policy",
    app="development",
    folder="cpd_policies",
    schema=PolicyFile,
    key=lambda file: file.key,
    after=("people.organisation",),
    load=load,
    withdraw=withdraw_policy,
)

declare(POLICIES)
