"""Days ahead that evidence and portfolios know of, one module for each noun. Importing this declares them all."""

from portfolios.diary import observations, portfolios

__all__ = ["observations", "portfolios"]
