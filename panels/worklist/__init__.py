"""What of panels waits for people, one module for each noun. Importing this declares it all."""

from panels.worklist import assigning, cases, checking, judging, outcomes

__all__ = ["assigning", "cases", "checking", "judging", "outcomes"]
