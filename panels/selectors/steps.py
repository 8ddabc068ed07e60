"""The step of a ladder a case is about, and how that step is made."""

from typing import Any

from django.utils import timezone

from panels.choices.cases import CaseKind
from panels.models import Case
from pathways.choices import Mechanism
from pathways.selectors.ladders import ladder_of, ladders_in_force

# A post that is on no ladder is filled like any other.
OF_A_POST = (Mechanism.VACANCY, Mechanism.RECRUITMENT)


def step_of(case: Case) -> Any:
    """The step of a case as a ladder has it: of its journey's own edition, else of those in force there when it began;
    None where no edition has it. At most two queries."""
    if not case.step:
        return None
    if case.journey is not None:
        return ladder_of(case.journey.ladder).step(case.step)
    ladders = ladders_in_force([case.organisation_id], on=timezone.localdate(case.begun_at))
    return next((step for ladder in ladders if (step := ladder.step(case.step)) is not None), None)


def level_led_to(ladder: Any, step: Any) -> str:
    """The name of the level a step of a ladder leads to, where the grade stays as it is or the ladder names none; empty
    where the grade changes."""
    start, end = ladder.rung(step.start), ladder.rung(step.end)
    return str(end.name) if end.grade in (None, start.grade) else ""


def mechanisms_of(case: Case) -> tuple[Mechanism, ...]:
    """How the step of a case is made, in order. A post by interview that is on no ladder: a vacancy and an interview;
    an ASYE has none."""
    step = step_of(case)
    if step is not None:
        return tuple(step.mechanisms)
    return OF_A_POST if case.kind == CaseKind.APPOINTMENT else ()
