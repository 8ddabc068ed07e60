"""Who may do what in the assessed and supported year. Importing this declares it all."""

from asye.permissions import cohort, ending, enrolments, parts, year

__all__ = ["cohort", "ending", "enrolments", "parts", "year"]
