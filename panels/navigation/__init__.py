"""Places of panels, one module for each noun. Importing this declares them all."""

from panels.navigation import home, judging, outcomes, pathway, portfolios

__all__ = ["home", "judging", "outcomes", "pathway", "portfolios"]
