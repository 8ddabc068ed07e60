"""What of panels waits for people, one module for each noun. Importing this declares it all."""

from panels.worklist import checking

__all__ = ["checking"]
