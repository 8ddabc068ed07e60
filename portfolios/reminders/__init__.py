"""What of evidence and portfolios has a date, one module for each noun. Importing this declares it all."""

from portfolios.reminders import breaches, feedback, observations, portfolios

__all__ = ["breaches", "feedback", "observations", "portfolios"]
