"""What development puts on people's worklists, one module for each noun. Importing this declares them all."""

from academy.development.worklist import entries

__all__ = ["entries"]
