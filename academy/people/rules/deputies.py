"""Who may stand in for whom."""

from collections.abc import Iterable

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import first_refusal, refused
from academy.people.rules.endings import is_alone, is_in_order
from academy.people.rules.spans import Span


def can_stand_in(
    span: Span, *, person_id: int, deputy_id: int, both_are_staff: bool, same_pair: Iterable[Span]
) -> Decision:
    """May the deputy act for the person over this time? Both have a post in the organisation on its first day."""
    return first_refusal(
        is_in_order(span),
        _is_another(person_id, deputy_id),
        _are_staff(both_are_staff),
        is_alone(span, same_pair, what="the same deputy"),
    )


def _is_another(person_id: int, deputy_id: int) -> Decision:
    return (
        refused("Nobody stands in for herself. Choose somebody else.", "deputy") if person_id == deputy_id else ALLOWED
    )


def _are_staff(both_are_staff: bool) -> Decision:
    if both_are_staff:
        return ALLOWED
    return refused("Both need a post in the organisation on the first day. Choose a colleague who has one.", "deputy")
