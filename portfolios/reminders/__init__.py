"""What of evidence and portfolios has a date, one module for each noun. Importing this declares it all."""

from portfolios.reminders import breaches, observations, portfolios

__all__ = ["breaches", "observations", "portfolios"]
