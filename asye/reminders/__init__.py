"""What of a year has a date, one module for each noun. Importing this declares it all."""

from asye.reminders import changes, concerns, dates, reviews

__all__ = ["changes", "concerns", "dates", "reviews"]
