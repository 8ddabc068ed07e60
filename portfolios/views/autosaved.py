"""Pages of portfolios that save themselves: the drafts engine's, by the name they have here."""

from academy.engines.drafts.pages import Autosaved

__all__ = ["Autosaved"]
