"""Second job policies and monitoring forms as reference data: one for all, and organisations' own."""

from academy.engines.reference.declarations import Kind, declare
from academy.people.schema.monitoring import MonitoringFile
from academy.people.schema.second_jobs import SecondJobPolicyFile
from academy.people.services.monitoring_forms import load as load_form
from academy.people.services.monitoring_forms import withdraw_form
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

MONITORING_FORMS = Kind(
    name="people.monitoring_form",
    app="people",
    folder="monitoring_forms",
    schema=MonitoringFile,
    key=lambda file: file.key,
    after=("people.organisation",),
    load=load_form,
    withdraw=withdraw_form,
)

declare(SECOND_JOB_POLICIES, MONITORING_FORMS)
