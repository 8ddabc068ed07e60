"""The states of what people keeps and the ways between them, one module for each noun."""

from academy.people.workflow.leaving import LEAVING
from academy.people.workflow.second_jobs import SECOND_JOB
from academy.people.workflow.vacancies import VACANCY

__all__ = ["LEAVING", "SECOND_JOB", "VACANCY"]
