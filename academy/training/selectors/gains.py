"""Which courses give what is asked for, and the columns of a course that say what it gives."""

from django.db.models import Q

from academy.training.choices import Outcome
from academy.training.rules.gains import Asked


def course_columns(prefix: str) -> list[str]:
    """The columns of a `CourseRow`, through a relation."""
    names = ("pk", "organisation__slug", "code", "outcome", "credits", "credit_level", "valid_months")
    return [f"{prefix}{name}" for name in names]


def giving(asked: Asked, prefix: str) -> Q:
    """A condition: the course, through a relation, gives something of what is asked for."""
    if asked.completions is None:
        return Q()
    whiches = [which.partition("/") for which in asked.completions]
    found = _of(prefix, code__in={code for *_, code in whiches}, organisation__slug__in={slug for slug, *_ in whiches})
    if asked.awards is None:
        found |= _of(prefix, outcome=Outcome.AWARD)
    else:
        found |= _of(prefix, outcome=Outcome.AWARD, code__in=asked.awards)
    return found | _of(prefix, credits__gt=0) if asked.credits else found


def _of(prefix: str, **said: object) -> Q:
    return Q(**{f"{prefix}{name}": value for name, value in said.items()})
