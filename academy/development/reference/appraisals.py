"""Appraisal policies as reference data."""

from academy.development.schema.appraisals import AppraisalPolicyFile
from academy.development.services.appraisal_policies import load_appraisal_policy, withdraw_appraisal_policy
from academy.engines.reference.declarations import Kind, declare

APPRAISALS = Kind(
    name="development.appraisal_policy",
    app="development",
    folder="appraisal_policies",
    schema=AppraisalPolicyFile,
    key=lambda file: file.key,
    after=("people.organisation",),
    load=load_appraisal_policy,
    withdraw=withdraw_appraisal_policy,
)

declare(APPRAISALS)
