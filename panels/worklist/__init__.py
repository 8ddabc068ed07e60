"""What of panels waits for people, one module for each noun. Importing this declares it all."""

from panels.worklist import (
    appeals,
    appointments,
    assigning,
    cases,
    checking,
    judging,
    moderation,
    outcomes,
    year_plan,
)

__all__ = [
    "appeals",
    "appointments",
    "assigning",
    "cases",
    "checking",
    "judging",
    "moderation",
    "outcomes",
    "year_plan",
]
