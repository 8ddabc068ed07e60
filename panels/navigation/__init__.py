"""Places of panels, one module for each noun. Importing this declares them all."""

from panels.navigation import home, judging, pathway, portfolios

__all__ = ["home", "judging", "pathway", "portfolios"]
