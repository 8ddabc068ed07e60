"""What of panels waits for people, one module for each noun. Importing this declares it all."""

from panels.worklist import cases, checking, judging

__all__ = ["cases", "checking", "judging"]
