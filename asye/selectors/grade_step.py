"""The step of grade that follows a pass, by the policy's codes; where it cannot be given here, why in a sentence."""

from dataclasses import dataclass
from datetime import date

from academy.people.models import Grade, GradeLevel, Post
from academy.people.selectors.current_terms import latest_terms
from asye.models import Enrolment
from asye.selectors.policies import rules_of

BY_HAND = "Human resources change her grade by hand."


@dataclass(frozen=True)
class GradeStep:
    """The grade and level a pass leads to, and the post they are given in; `why_not` says why it is not given here."""

    grade: Grade | None = None
    level: GradeLevel | None = None
    post: Post | None = None
    why_not: str = ""

    @property
    def words(self) -> str:
        return f"{self.grade}, {self.level}" if self.level else str(self.grade or "")


def grade_step_of(enrolment: Enrolment, *, on: date) -> GradeStep:
    """What a pass leads to on the day, under the edition the year began with. Four queries at most."""
    follows = rules_of(enrolment.policy).on_pass
    if not follows.grade:
        return GradeStep(why_not=follows.words or f"The policy names no grade that follows a pass. {BY_HAND}")
    grade = Grade.objects.filter(organisation_id=enrolment.organisation_id, code__iexact=follows.grade).first()
    level = _level(grade, follows.level)
    if grade is None or (follows.level and level is None) or _is_withdrawn(grade, level, on=on):
        named = f"{follows.grade} {follows.level}".strip()
        return GradeStep(why_not=f"The policy names “{named}”, which is no grade here. {BY_HAND}")
    terms = latest_terms(enrolment.person_id, enrolment.organisation_id, on=on)
    if terms is None:
        return GradeStep(why_not=f"She has no post here today. {BY_HAND}")
    if (terms.grade_id, terms.level_id) == (grade.pk, level.pk if level else None):
        return GradeStep(grade, level, why_not="She holds the grade that follows a pass already.")
    return GradeStep(grade, level, terms.post)


def _level(grade: Grade | None, code: str) -> GradeLevel | None:
    return GradeLevel.objects.filter(grade=grade, code__iexact=code).first() if grade and code else None


def _is_withdrawn(grade: Grade, level: GradeLevel | None, *, on: date) -> bool:
    days = (grade.withdrawn_on, level.withdrawn_on if level else None)
    return any(day is not None and day <= on for day in days)
