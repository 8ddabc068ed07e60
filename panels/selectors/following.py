"""What follows a decision for the employment: a grade from a day, or that somebody is eligible for appointment."""

from dataclasses import dataclass
from datetime import date

from academy.people.models import Grade, GradeLevel, Post
from academy.people.selectors.current_terms import latest_terms
from panels.choices.cases import CaseKind
from panels.models import Case, Decision
from panels.rules.days import grade_from
from panels.rules.deciding import MOVING_ON
from panels.rules.gates import changes_grade, makes_eligible
from panels.selectors.policies import rules_of
from panels.selectors.steps import mechanisms_of, step_of
from pathways.selectors.ladders import ladder_of

BY_HAND = "Enter the grade in her record, or ask human resources to, and tell the decision then."


@dataclass(frozen=True)
class Follows:
    """`effective_on` is the first day of a grade that follows the decision alone; `is_eligible` that a vacancy or an
    interview comes first. Neither, where the decision changes nothing."""

    effective_on: date | None = None
    is_eligible: bool = False


@dataclass(frozen=True)
class GradeToGive:
    """The post in which the grade is given, and the level of the rung the step leads to. Without a post there is
    nothing to do; `why_not` says what is in the way."""

    post: Post | None = None
    level: GradeLevel | None = None
    why_not: str = ""


def follows_of(decision: Decision) -> Follows:
    """What this decision leads to by its policy and by how the step is made. The case is read beside it. At most two
    queries more."""
    case = decision.case
    if decision.standing not in MOVING_ON or case.kind != CaseKind.PROGRESSION:
        return Follows()
    mechanisms = mechanisms_of(case)
    if makes_eligible(mechanisms, decision.standing):
        return Follows(is_eligible=True)
    if case.grade is None or not changes_grade(mechanisms):
        return Follows()
    by_policy = grade_from(rules_of(case.policy), decided_on=decision.decided_on, named_on=decision.effective_on)
    return Follows(effective_on=decision.effective_on or by_policy)


def grade_to_give(case: Case, grade: Grade, *, from_on: date, level: GradeLevel | None = None) -> GradeToGive:
    """Where the grade is given: in her post there on that day, at this level or else the one the step leads to. Who
    holds it already is given nothing. Six queries at most."""
    terms = latest_terms(case.person_id, case.organisation_id, on=from_on)
    if terms is None:
        return GradeToGive(why_not=f"She has no post here on the first day of the grade. {BY_HAND}")
    level = level or _level_of(case, grade)
    if (terms.grade_id, terms.level_id) == (grade.pk, level.pk if level else None):
        return GradeToGive()
    return GradeToGive(terms.post, level)


def _level_of(case: Case, grade: Grade) -> GradeLevel | None:
    """The level of the grade on the rung the step leads to, as the edition of her journey has it."""
    step = step_of(case)
    if step is None or case.journey is None:
        return None
    rung = ladder_of(case.journey.ladder).rung(step.end)
    return GradeLevel.objects.filter(grade=grade, code=rung.level).first() if rung.level else None
