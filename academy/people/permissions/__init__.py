"""Who may do what with people's records, one module for each noun. Importing this declares them all."""

from academy.people.permissions import records

__all__ = ["records"]
