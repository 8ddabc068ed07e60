"""What connects people of the panel with a case: read by whoever runs it, and by whoever said it."""

from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from panels.models import Case, Tie
from panels.rules.visibility import As, Sight
from panels.selectors.declaring import people_to_name, ways_with
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees

DECIDES = frozenset({As.CHAIR, As.LEAD})


@dataclass(frozen=True)
class Line:
    """A tie, and whether whoever looks can do something with it."""

    tie: Tie
    is_hers_to_act: bool


@dataclass(frozen=True)
class Ties:
    """`runs` says that she sees every tie of the case with how it stands; otherwise they are those she said herself.
    `says` is what the link to say something reads, empty where there is nothing to say it of."""

    title: str

    lines: tuple[Line, ...]
    runs: bool
    says: str


def ties_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """The section of a case; None for whoever neither sees ties nor may say one. Four queries at most."""
    runs = Sight.TIES in sees
    decides = runs and not sees.acts_as.isdisjoint(DECIDES)
    ties = Tie.objects.visible_to(actor).filter(case=case).select_related("person", "case", "decided_by")
    lines = tuple(Line(tie, decides and bool(ways_with(tie, actor=actor))) for tie in ties.order_by("pk"))
    says = _words(sees) if people_to_name(case, actor=actor, sees=sees) else ""
    if not (lines or says or runs):
        return None
    return Section("panels/case/_ties.html", vars(Ties(_title(sees, runs=runs), lines, runs, says)), order=30)


def _title(sees: Sees, *, runs: bool) -> str:
    if runs:
        return "Ties"
    return "If you know somebody on the panel" if As.CANDIDATE in sees.acts_as else "If you know the candidate"


def _words(sees: Sees) -> str:
    if As.CANDIDATE in sees.acts_as:
        return "Say that you know somebody on the panel"
    return "Note what connects somebody" if As.CHAIR in sees.acts_as else "Say what connects you with this case"
