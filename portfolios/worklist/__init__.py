"""What evidence and portfolios put on worklists, one module for each noun. Importing this declares them all."""

from portfolios.worklist import evidence, observations

__all__ = ["evidence", "observations"]
