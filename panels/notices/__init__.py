"""What people are told of panels and their cases, by noun. Importing this declares it all."""

from panels.notices import (
    appeals,
    appointments,
    assigning,
    cases,
    checking,
    judging,
    meetings,
    members,
    moderation,
    outcomes,
    ties,
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
    "members",
    "moderation",
    "outcomes",
    "ties",
    "year_plan",
]
