"""Who may do what in development, one module for each noun. Importing this declares them all."""

from academy.development.permissions import entries

__all__ = ["entries"]
