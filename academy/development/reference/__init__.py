"""CPD policies, and what regulators ask, as reference data."""

from academy.development.reference import appraisals, coaching, inductions, published, skills
from academy.development.schema.entries import PolicyFile, RegulatorFile
from academy.development.services.policies import load, withdraw_policy
from academy.development.services.regulators import load_regulator, withdraw_regulator
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

REGULATORS = Kind(
    name="development.regulator",
    app="development",
    folder="regulators",
    schema=RegulatorFile,
    key=lambda file: file.key,
    load=load_regulator,
    withdraw=withdraw_regulator,
)

declare(POLICIES, REGULATORS)

__all__ = ["POLICIES", "REGULATORS", "appraisals", "coaching", "inductions", "published", "skills"]
