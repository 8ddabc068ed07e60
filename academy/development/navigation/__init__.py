"""Places of development in the menu and the footer, and where unsent words lead back to, one module for each noun."""

from academy.development.navigation import entries, plans, supervisions

__all__ = ["entries", "plans", "supervisions"]
