"""Which cases are settled, so that they can be put on the agenda."""

from collections.abc import Collection

from panels.models import Case
from panels.rules.disagreement import Fired
from panels.selectors.looked import looked_at


def is_settled(case: Case) -> bool:
    """Are the reviews of the case in, and everything that asks for another look looked at? Its policy is read beside
    it. Four queries."""
    return case.pk in settled_among([case])


def settled_among(cases: Collection[Case]) -> frozenset[int]:
    """The ids of those of the cases that are settled; their policies are read beside them. Four queries."""
    return frozenset(pk for pk, looked in looked_at(cases).items() if looked.is_settled)


def fired_of(case: Case) -> tuple[Fired, ...]:
    """Everything that asks for another look at the case, looked at already or not. Four queries."""
    return looked_at([case])[case.pk].fired
