"""What organisations say of second jobs, as reference data: one policy for all, and organisations' own."""

from academy.engines.reference.declarations import Kind, declare
from academy.people.schema.second_jobs import SecondJobPolicyFile
from academy.people.services.second_job_policies import load, withdraw_policy

SECOND_JOB_POLICIES = Kind(
    name="people.second_job_policy",
    app="people",
    folder="second_job_policies",
    schema=SecondJobPolicyFile,
    key=lambda file: file.key,
    after=("people.organisation",),
    load=load,
    withdraw=withdraw_policy,
)

declare(SECOND_JOB_POLICIES)
