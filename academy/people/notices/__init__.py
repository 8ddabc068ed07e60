"""What people are told about their records, one module for each noun. Importing this declares them all."""

from academy.people.notices import grades, records, second_jobs

__all__ = ["grades", "records", "second_jobs"]
