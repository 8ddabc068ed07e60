"""Places of evidence and portfolios in the menu, one module for each noun. Importing this declares them all."""

from portfolios.navigation import evidence, observations, portfolios, taking_out

__all__ = ["evidence", "observations", "portfolios", "taking_out"]
