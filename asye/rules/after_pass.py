"""What follows a pass, as the policy has it: employment confirmed, grade, probation (S0-77, S2-55, D1-53). Pure."""

from datetime import date, timedelta

from asye.choices.ending import GradeFrom
from asye.rules.parts_of_policy import OnPass

CONDITION = "Passing is a condition of confirmed employment."


def after_words(step: OnPass) -> list[str]:
    """In sentences: whether employment hangs on it, the grade and from when, what else is to be known, probation."""
    of_grade = f"Grade {step.grade}{f', {step.level}' if step.level else ''}, {step.grade_from.label}."
    months = f"{step.probation_months} month{'' if step.probation_months == 1 else 's'}"
    probation = f"Probation of {months} from the start of the post; it ends as much later as the year does."
    return [
        *([CONDITION] if step.is_condition else []),
        *([of_grade] if step.grade else []),
        *([step.words] if step.words else []),
        probation if step.probation_months else "No probation.",
    ]


def grade_from_on(step: OnPass, *, ends_on: date | None, decided_on: date) -> date:
    """The day from which the grade is proposed: the decision's, or the day after the year ends where the employer dates
    it back to that."""
    if step.grade_from == GradeFrom.END and ends_on is not None:
        return ends_on + timedelta(days=1)
    return decided_on
