"""When something dated may begin and end."""

from collections.abc import Iterable
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from academy.people.rules.spans import Span, first_overlapping, in_words


def can_end(span: Span, last_day: date) -> Decision:
    """Something dated ends once, and not before it began."""
    if span.until_on is not None:
        return refused(f"This ends on {in_words(span.until_on)} already.")
    if last_day < span.from_on:
        return refused(f"This began on {in_words(span.from_on)}. Give that day or a later one.", "last_day")
    return ALLOWED


def is_in_order(span: Span) -> Decision:
    """The last day is not before the first."""
    if span.until_on is not None and span.until_on < span.from_on:
        return refused("The last day is before the first. Give a later last day.", "until_on")
    return ALLOWED


def is_alone(span: Span, others: Iterable[Span], *, what: str, field: str = "from_on") -> Decision:
    """None of the others shares a day with it. `what` names the other in the refusal, as “an absence”."""
    other = first_overlapping(span, others)
    if other is None:
        return ALLOWED
    until = f" to {in_words(other.until_on)}" if other.until_on else " on"
    return refused(f"There is {what} from {in_words(other.from_on)}{until} already. Change that one instead.", field)
