"""Who may do what of panels: one table by noun."""

from panels.permissions import cases, judging, meetings, outcomes, panels

__all__ = ["cases", "judging", "meetings", "outcomes", "panels"]
