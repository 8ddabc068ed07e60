"""Who may do what with people's records, one module for each noun. Importing this declares them all."""

from academy.people.permissions import feed, grades, leaving, monitoring, records, second_jobs, vacancies

__all__ = ["feed", "grades", "leaving", "monitoring", "records", "second_jobs", "vacancies"]
