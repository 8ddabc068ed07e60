"""Places of the assessed and supported year, one module for each noun. Importing this declares them all."""

from asye.navigation import agreements, final, home, portfolio, reviews

__all__ = ["agreements", "final", "home", "portfolio", "reviews"]
