"""What people has a date for, one module for each noun. Importing this declares it all."""

from academy.people.reminders import records, second_jobs

__all__ = ["records", "second_jobs"]
