"""Places of panels, one module for each noun. Importing this declares them all."""

from panels.navigation import appeals, home, judging, outcomes, pathway, portfolios

__all__ = ["appeals", "home", "judging", "outcomes", "pathway", "portfolios"]
