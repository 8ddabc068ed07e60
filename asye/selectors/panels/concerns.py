"""Concerns and development plans on the record page."""

from datetime import date

from academy.identity.actor import Actor
from asye.choices.enrolments import UNDER_WAY
from asye.models import Enrolment
from asye.selectors.panels.panel import Panel
from asye.selectors.policies import rules_of
from asye.selectors.review_page import RUNNING

CONCERNS, PLANS = 42, 44


def concerns_panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel | None:
    """Each concern with its plan's days; nothing where there is none and whoever looks notes none. One query."""
    may_note = not roles.isdisjoint(RUNNING) and enrolment.state in UNDER_WAY
    found = list(enrolment.concerns.order_by("raised_at", "pk"))
    if not found and not may_note:
        return None
    return Panel("asye/_panel_concerns.html", {"concerns": found, "may_note": may_note}, order=CONCERNS, half=True)


def plans_panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel | None:
    """Each development plan with its goals and what became of them. Two queries."""
    titles = {stage.code: stage.title for stage in rules_of(enrolment.policy).plans}
    plans = enrolment.plans.prefetch_related("goals").order_by("made_at", "pk")
    found = [(titles.get(plan.stage, plan.stage), plan) for plan in plans]
    return Panel("asye/_panel_plans.html", {"plans": found}, order=PLANS, half=True) if found else None
