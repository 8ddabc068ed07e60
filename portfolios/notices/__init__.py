"""What people are told of evidence and portfolios, one module for each noun."""

from portfolios.notices import evidence, feedback, observations

__all__ = ["evidence", "feedback", "observations"]
