"""Places of the assessed and supported year, one module for each noun. Importing this declares them all."""

from asye.navigation import home, reviews

__all__ = ["home", "reviews"]
