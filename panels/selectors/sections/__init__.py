"""The page of a case is made of sections: one module for each noun, told here by one line.

`section(case, *, actor, sees, on) -> Section | None`: what whoever looks sees of that noun, by the table of sight; None
where there is nothing for her. Each costs a number of queries that does not grow with the case. Orders: standing 10,
checks 20, ties 30, assignments 40, reviews 50, meeting 60, decision 70, plan 75, themes 78, letter 80, appeal 85,
appointment 90.
"""

from collections.abc import Callable

from academy.identity.actor import Actor
from panels.models import Case
from panels.selectors.sections.appeal import appeal_section
from panels.selectors.sections.appointment import appointment_section
from panels.selectors.sections.assignments import assignments_section
from panels.selectors.sections.checks import checks_section
from panels.selectors.sections.decision import decision_section
from panels.selectors.sections.letter import letter_section
from panels.selectors.sections.meeting import meeting_section
from panels.selectors.sections.plan import plan_section
from panels.selectors.sections.reviews import reviews_section
from panels.selectors.sections.section import Section
from panels.selectors.sections.standing import standing_section
from panels.selectors.sections.themes import themes_section
from panels.selectors.sections.ties import ties_section
from panels.selectors.sight import Sees

__all__ = ["Section", "sections_of"]

SECTIONS: tuple[Callable[..., Section | None], ...] = (
    standing_section,
    checks_section,
    ties_section,
    assignments_section,
    reviews_section,
    meeting_section,
    decision_section,
    plan_section,
    themes_section,
    letter_section,
    appeal_section,
    appointment_section,
)


def sections_of(case: Case, *, actor: Actor, sees: Sees) -> list[Section]:
    """The sections of a case as the actor sees it on her day, in order."""
    found = [section(case, actor=actor, sees=sees, on=actor.on) for section in SECTIONS]
    return sorted((each for each in found if each is not None), key=lambda each: each.order)
