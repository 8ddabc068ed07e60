"""What people are told of panels and their cases, by noun. Importing this declares it all."""

from panels.notices import assigning, checking, ties

__all__ = ["assigning", "checking", "ties"]
