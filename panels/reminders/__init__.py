"""What of panels and their cases has a date, one module for each noun. Importing this declares it all."""

from panels.reminders import (
    appeals,
    appointments,
    assigning,
    cases,
    checking,
    judging,
    meetings,
    moderation,
    outcomes,
    stuck,
    year_plan,
)

__all__ = [
    "appeals",
    "appointments",
    "assigning",
    "cases",
    "checking",
    "judging",
    "meetings",
    "moderation",
    "outcomes",
    "stuck",
    "year_plan",
]
