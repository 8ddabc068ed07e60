"""What of people waits for somebody, one module for each noun. Importing this declares it all."""

from academy.people.worklist import second_jobs

__all__ = ["second_jobs"]
