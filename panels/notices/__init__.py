"""What people are told of panels and their cases, by noun. Importing this declares it all."""

from panels.notices import appointments, assigning, cases, checking, judging, meetings, members, outcomes, ties

__all__ = ["appointments", "assigning", "cases", "checking", "judging", "meetings", "members", "outcomes", "ties"]
