"""Induction programmes, edition by edition, as reference data."""

from academy.development.schema.inductions import ProgrammeFile
from academy.development.services.induction_programmes import load_programme, withdraw_programme
from academy.engines.reference.declarations import Kind, declare

INDUCTION_PROGRAMMES = Kind(
    name="development.induction_programme",
    app="development",
    folder="induction_programmes",
    schema=ProgrammeFile,
    key=lambda file: file.key,
    after=("people.organisation", "people.job_role"),
    load=load_programme,
    withdraw=withdraw_programme,
)

declare(INDUCTION_PROGRAMMES)
