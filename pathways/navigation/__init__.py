"""Places of pathways, one module for each noun. Importing this declares them all."""

from pathways.navigation import pathway, people, sittings

__all__ = ["pathway", "people", "sittings"]
