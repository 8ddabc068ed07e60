"""What of people waits for somebody, one module for each noun. Importing this declares it all."""

from academy.people.worklist import leaving, second_jobs

__all__ = ["leaving", "second_jobs"]
