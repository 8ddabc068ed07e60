"""What stands beside one's own journey: the case for its step, or where one begins."""

from typing import Any

from django.urls import reverse

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from panels.choices.cases import LIVE, CaseState
from panels.models import Case
from panels.selectors.beginnings import open_meetings
from pathways.selectors.beside import Beside


def beside_journey(journey: Any, step: Any, actor: Actor) -> Beside | None:
    """The case that is not over for the step of one's own journey; else where one begins it, while a sitting takes
    cases; else the last that was told. None for a step without a panel, or where another organisation is acted in. Two
    queries at most."""
    if not step.has_panel or journey.organisation_id != actor.organisation_id:
        return None
    about = {"person_id": actor.person_id, "organisation_id": journey.organisation_id, "step": step.code}
    cases = list(Case.objects.filter(**about).exclude(state=CaseState.WITHDRAWN).select_related("sitting"))
    live = next((each for each in cases if each.state in LIVE), None)
    if live is not None:
        return _shown(live)
    if open_meetings(journey.organisation_id, step.purpose, on=actor.on):
        return Beside(label="Begin your case for the panel", url=reverse("panels:begin-step", args=[journey.pk]))
    return _shown(cases[-1]) if cases else None


def _shown(case: Case) -> Beside:
    """As its candidate may know it."""
    sits = f"sitting of {in_words(case.sitting.on)}" if case.sitting is not None else ""
    return Beside(label="Your case for the panel", url=case.get_absolute_url(), state=case.outside, says=sits)
