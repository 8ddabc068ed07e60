"""The head of a case's page: what is asked of which panel, and how it stands."""

from dataclasses import dataclass

from academy.people.rules.spans import in_words
from academy.ui.states import State
from panels.choices.cases import CaseKind
from panels.models import Case, Sample
from panels.rules.visibility import As
from panels.selectors.sight import Sees

OUTSIDE = frozenset({As.CANDIDATE, As.MANAGER, As.HR, As.RECRUITER})


@dataclass(frozen=True)
class Heading:
    """`caption` names what is asked and of which sitting; `state` as whoever looks may know it."""

    caption: str
    state: State


def heading_of(case: Case, sees: Sees) -> Heading:
    """The head of a case. Sitting, grade and vacancy are read beside the case."""
    return Heading(caption=" · ".join(_asked(case)), state=state_for(case, sees))


def state_for(case: Case, sees: Sees) -> State:
    """How it stands for whoever looks: outside the panel nobody learns before it is told that it is decided."""
    return case.standing.state if is_inside(sees) else case.outside


def is_inside(sees: Sees) -> bool:
    """Does she come as one of the panel or of those who run it?"""
    return bool(sees.acts_as - OUTSIDE)


def about(case: Case) -> str:
    """What is asked, in words: "Step up to BG11", "Step up to BG10 Level 3", "Post by interview: Senior practitioner",
    "ASYE moderation"."""
    if case.kind == CaseKind.MODERATION:
        return str(CaseKind.MODERATION.label)
    if case.vacancy is not None and case.kind == CaseKind.APPOINTMENT:
        return f"{CaseKind.APPOINTMENT.label}: {case.vacancy.title}"
    to = case.leads_to or case.grade
    return f"Step up to {to}" if to else "Step up"


def of_draw(sample: Sample) -> str:
    """For whom a draw is, over which days: "Partnership, 1 April 2026 to 30 September 2026"."""
    return f"{sample.get_tier_display()}, {in_words(sample.from_on)} to {in_words(sample.until_on)}"


def _asked(case: Case) -> list[str]:
    sits = [f"{case.sitting.get_purpose_display()} of {in_words(case.sitting.on)}"] if case.sitting else []
    return [about(case), *sits]
