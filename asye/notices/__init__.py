"""What people are told of the assessed and supported year, by noun. Importing this declares it all."""

from asye.notices import agreements, changes, dates, ending, enrolments, nudges, reviews, signals, transfers

__all__ = ["agreements", "changes", "dates", "ending", "enrolments", "nudges", "reviews", "signals", "transfers"]
