"""Organisations, job roles and grades as reference data; policies of organisations in a module of their own."""

from academy.engines.reference.declarations import Kind, declare
from academy.people.reference import policies, published
from academy.people.schema.places import GradesFile, JobRolesFile, OrganisationFile
from academy.people.services.loading import end_organisation, load_organisation, partners_named
from academy.people.services.loading_ladders import (
    load_grades,
    load_job_roles,
    withdraw_grades,
    withdraw_job_roles,
)

ORGANISATIONS = Kind(
    name="people.organisation",
    app="people",
    folder="organisations",
    schema=OrganisationFile,
    key=lambda file: file.organisation.slug,
    needs=partners_named,
    load=load_organisation,
    withdraw=end_organisation,
)
JOB_ROLES = Kind(
    name="people.job_role",
    app="people",
    folder="job_roles",
    schema=JobRolesFile,
    key=lambda file: file.name,
    load=load_job_roles,
    withdraw=withdraw_job_roles,
)
GRADES = Kind(
    name="people.grade",
    app="people",
    folder="grades",
    schema=GradesFile,
    key=lambda file: file.organisation,
    after=(ORGANISATIONS.name,),
    load=load_grades,
    withdraw=withdraw_grades,
)

declare(ORGANISATIONS, JOB_ROLES, GRADES)

__all__ = ["GRADES", "JOB_ROLES", "ORGANISATIONS", "policies", "published"]
