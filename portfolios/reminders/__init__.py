"""What of evidence and portfolios has a date, one module for each noun. Importing this declares it all."""

from portfolios.reminders import observations

__all__ = ["observations"]
