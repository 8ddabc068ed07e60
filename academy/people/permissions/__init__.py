"""Who may do what with people's records, one module for each noun. Importing this declares them all."""

from academy.people.permissions import feed, leaving, monitoring, records, second_jobs

__all__ = ["feed", "leaving", "monitoring", "records", "second_jobs"]
