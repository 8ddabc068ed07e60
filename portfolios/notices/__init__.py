"""What people are told of evidence and portfolios, one module for each noun."""

from portfolios.notices import observations

__all__ = ["observations"]
