"""Places of pathways, one module for each noun. Importing this declares them all."""

from pathways.navigation import people, sittings

__all__ = ["people", "sittings"]
