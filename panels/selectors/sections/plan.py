"""The plan of a "not yet", or the target of a condition, for who sees the plan."""

from datetime import date

from academy.engines.documents.selectors.documents import documents_of, documents_of_under_way
from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.papers import Paper
from panels.models import Case, Decision
from panels.rules.visibility import As, Sight
from panels.selectors.plans import plan_of
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees

KEEPS = frozenset({As.CANDIDATE, As.MANAGER, As.LEAD})


def plan_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """The section of a case; None where nothing is planned. Seven queries at most."""
    if Sight.PLAN not in sees:
        return None
    decision = Decision.objects.filter(case=case).select_related("next_sitting").order_by("-number").first()
    if decision is None:
        return None
    decision.case = case
    is_told = case.state == CaseState.RELEASED
    plan = plan_of(decision, on=on, may_note=is_told and not sees.acts_as.isdisjoint(KEEPS))
    if plan is None:
        return None
    papers = {
        "made": documents_of(actor, [Paper.PLAN.kind], decision.pk),
        "under_way": documents_of_under_way(actor, [Paper.PLAN.kind], decision.pk),
    }
    return Section("panels/case/_plan.html", {"plan": plan, "is_told": is_told, **papers}, order=75)
