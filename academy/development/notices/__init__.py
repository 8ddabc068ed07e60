"""What people are told about development, one module for each noun. Importing this declares them all."""

from academy.development.notices import coaching, entries

__all__ = ["coaching", "entries"]
