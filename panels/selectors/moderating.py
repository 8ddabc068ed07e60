"""What a panel is given of an ASYE it moderates: the checks as the record answers them (D1-62)."""

from academy.identity.actor import Actor
from asye.rules.final import Check
from asye.selectors.moderation import case_of
from panels.models import Case


def moderation_checks(case: Case, *, actor: Actor) -> tuple[Check, ...]:
    """The completeness checks of the year with how each stands on the actor's day; none for another kind of case. A
    constant number of queries."""
    return case_of(case.recommendation, actor=actor).checks if case.recommendation is not None else ()
