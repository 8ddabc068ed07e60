"""Pictures: small frozen values in, geometry out, by pure functions; the drawing is a template."""

from academy.ui.charts.balance import BalanceBar, Guide
from academy.ui.charts.rhythm import Dot, RhythmStrip, Stretch
from academy.ui.charts.series import Series

__all__ = ["BalanceBar", "Dot", "Guide", "RhythmStrip", "Series", "Stretch"]
