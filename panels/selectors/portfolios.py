"""The portfolio of a case: opened for its journey, or for the case itself where no journey leads to it."""

from datetime import date
from typing import Any

from panels.choices.cases import CaseKind
from panels.models import Case
from panels.selectors.steps import step_of
from pathways.selectors import journeys
from portfolios.choices.portfolios import PortfolioState, Purpose
from portfolios.selectors.opened import opened_by
from portfolios.selectors.templates import templates_for

# What is opened for a case itself, and not for a journey, is known to portfolios by this source.
SOURCE = "panel"
# What a portfolio is for where the step names no template.
PURPOSES = {CaseKind.PROGRESSION: Purpose.PROGRESSION, CaseKind.APPOINTMENT: Purpose.INTERVIEW}


def opened_as(case: Case) -> tuple[str, str]:
    """By which source and name portfolios know what was opened for this case."""
    if case.journey is not None:
        return journeys.SOURCE, journeys.reference_of(case.journey)
    return SOURCE, f"case {case.pk}"


def opened_along(journey: Any) -> Any:
    """The portfolio that was opened for a journey; None where none was. One query."""
    reference = journeys.reference_of(journey)
    return opened_by(journeys.SOURCE, [reference]).get(reference)


def portfolio_of(case: Case) -> Any:
    """The portfolio a case rests on, as it stands now: what was opened for it, else what it was begun with; None where
    there is none, or she withdrew it. One query, two where nothing was opened for it."""
    source, reference = opened_as(case)
    found = opened_by(source, [reference]).get(reference) or case.portfolio
    return found if found is not None and found.state != PortfolioState.WITHDRAWN else None


def template_of(case: Case, *, on: date) -> Any:
    """The template in force for what a case asks: the one its step names, else the first for its purpose; for somebody
    from outside the one for external candidates (S2-89). None where none is in force. Three queries at most."""
    rows = templates_for(case.organisation_id, on=on)
    if case.is_external:
        return next((row for row in rows if row.purpose == Purpose.EXTERNAL), None)
    step = step_of(case)
    named = step.portfolio if step is not None else None
    if named:
        return next((row for row in rows if row.template == named), None)
    return next((row for row in rows if row.purpose == PURPOSES.get(CaseKind(case.kind))), None)
