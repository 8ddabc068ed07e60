"""What the assessed and supported year puts on worklists, one module for each noun. Importing this declares it all."""

from asye.worklist import agreements, changes, ending, enrolling, parts, promises, reviews

__all__ = ["agreements", "changes", "ending", "enrolling", "parts", "promises", "reviews"]
