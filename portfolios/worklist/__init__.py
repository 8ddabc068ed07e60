"""What evidence and portfolios put on worklists, one module for each noun. Importing this declares them all."""

from portfolios.worklist import evidence, feedback, observations

__all__ = ["evidence", "feedback", "observations"]
