"""Places of development in the menu and the footer, and where unsent words lead back to, one module for each noun."""

from academy.development.navigation import audits, entries, plans, supervisions

__all__ = ["audits", "entries", "plans", "supervisions"]
