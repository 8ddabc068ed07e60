"""What people are told about development, one module for each noun. Importing this declares them all."""

from academy.development.notices import audits, coaching, entries

__all__ = ["audits", "coaching", "entries"]
