"""What people are told about development, one module for each noun. Importing this declares them all."""

from academy.development.notices import entries

__all__ = ["entries"]
