"""What the assessed and supported year puts on worklists, one module for each noun. Importing this declares it all."""

from asye.worklist import changes, promises, reviews

__all__ = ["changes", "promises", "reviews"]
