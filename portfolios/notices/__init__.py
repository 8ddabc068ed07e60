"""What people are told of evidence and portfolios, one module for each noun."""

from portfolios.notices import evidence, observations

__all__ = ["evidence", "observations"]
