"""The evidence of the stage, and over the whole year. It is counted here and judged by people; no outcome follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.states import State
from academy.ui.wording import within
from asye.choices.year import MilestoneKind
from asye.models import Enrolment, Milestone
from asye.rules.evidence import Counted
from asye.selectors.evidence import evidence_of
from asye.selectors.panels.panel import Panel

ORDER = 50
STAGES = (MilestoneKind.AGREEMENT, MilestoneKind.REVIEW, MilestoneKind.FINAL)


@dataclass(frozen=True)
class Line:
    """One line: what it asks, what there is in words, and how it stands."""

    what: str
    says: str
    have: int
    need: int
    state: State
    then: str = ""


def panel(enrolment: Enrolment, *, actor: Actor, roles: frozenset[str], on: date) -> Panel | None:
    """What the stage that runs asks for, and every line of the policy over the year; None where it asks for none."""
    lines = evidence_of([enrolment], on=on)[enrolment.pk]
    if not lines:
        return None
    dates = _dates(enrolment)
    stage = _stage_now(dates, lines)
    by_code = {each.code: each for each in dates}
    year = [_of_year(each, by_code) for each in lines]
    return Panel("asye/_panel_evidence.html", {"stage": _stage(stage, lines), "lines": year}, order=ORDER)


def _stage(stage: Milestone | None, lines: Sequence[Counted]) -> dict[str, Any] | None:
    """The stage that runs as the page shows it; None where none of the dates asks for evidence of its own."""
    if stage is None:
        return None
    asked = [_of_stage(each, stage.code) for each in lines if stage.code in each.stages]
    done = sum(each.have >= each.need for each in asked)
    heading = f"Evidence for: {within(stage.title)}"
    return {"heading": heading, "due_on": stage.due_on, "lines": asked, "done": f"{done} of {len(asked)} done"}


def _dates(enrolment: Enrolment) -> list[Milestone]:
    return list(enrolment.milestones.filter(kind__in=STAGES).order_by("due_on", "pk"))


def _stage_now(dates: Sequence[Milestone], lines: Sequence[Counted]) -> Milestone | None:
    """The first stage that is not over and of which something is asked; the last one when all are over."""
    asked = {code for line in lines for code in line.stages}
    stages = [each for each in dates if each.code in asked]
    return next((each for each in stages if each.done_on is None), stages[-1] if stages else None)


def _of_stage(counted: Counted, stage: str) -> Line:
    count = counted.stages[stage]
    days = ", ".join(in_words(piece.on) for piece in counted.pieces if piece.stage == stage)
    return Line(counted.line.title, days or f"{count.least} needed.", count.have, count.least, count.state)


def _of_year(counted: Counted, dates: Mapping[str, Milestone]) -> Line:
    line, year = counted.line, counted.year
    says = "confirmed" if line.is_confirmed_only and year.have else ""
    return Line(line.title, says, year.have, year.least, year.state, then=_then(counted, dates))


def _then(counted: Counted, dates: Mapping[str, Milestone]) -> str:
    """What is next for a line: the first stage that lacks one, else before the end."""
    lacking = [dates[code] for code, count in counted.stages.items() if not count.is_met and code in dates]
    if lacking:
        first = min(lacking, key=lambda each: (each.due_on, each.pk))
        return f"{first.called}, {in_words(first.due_on)}"
    return "" if counted.year.is_met else f"{counted.year.missing} more before the end"
