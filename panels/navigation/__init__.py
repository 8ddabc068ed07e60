"""Places of panels, one module for each noun. Importing this declares them all."""

from panels.navigation import appeals, deciding, home, judging, outcomes, pathway, period, portfolios

__all__ = ["appeals", "deciding", "home", "judging", "outcomes", "pathway", "period", "portfolios"]
