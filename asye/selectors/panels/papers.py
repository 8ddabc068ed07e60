"""The way to the year on paper, for everybody who reads it."""

from datetime import date

from academy.identity.actor import Actor
from asye.models import Enrolment
from asye.selectors.panels.panel import Panel

ORDER = 95


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel:
    """A line with the link."""
    return Panel("asye/_panel_papers.html", order=ORDER)
