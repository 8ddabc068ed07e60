"""Who may do what of panels: one table by noun."""

from panels.permissions import cases, judging, meetings, moderation, outcomes, panels, themes

__all__ = ["cases", "judging", "meetings", "moderation", "outcomes", "panels", "themes"]
