"""What of development has a date, one module for each noun. Importing this declares it all."""

from academy.development.reminders import coaching, entries, inductions, plans, supervisions

__all__ = ["coaching", "entries", "inductions", "plans", "supervisions"]
