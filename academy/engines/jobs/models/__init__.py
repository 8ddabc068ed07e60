from academy.engines.jobs.models.job import Job

__all__ = ["Job"]
