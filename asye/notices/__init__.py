"""What people are told of the assessed and supported year, by noun. Importing this declares it all."""

from asye.notices import reviews, signals

__all__ = ["reviews", "signals"]
