"""When a post may begin, end, or be the primary one."""

from collections.abc import Iterable
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules import endings
from academy.people.rules.decisions import first_refusal, refused
from academy.people.rules.spans import Span, first_overlapping, in_words


def can_be_primary(post: Span, other_primaries: Iterable[Span]) -> Decision:
    """One post is primary per person and organisation on any day (architecture 4)."""
    other = first_overlapping(post, other_primaries)
    if other is None:
        return ALLOWED
    return refused(
        f"There is a primary post here from {in_words(other.from_on)}. End it before {in_words(post.from_on)}, "
        "or begin this one as a second post.",
        "is_primary",
    )


def can_end(post: Span, last_day: date, *, terms_begin_on: date) -> Decision:
    """A post ends once, not before it began, and not before its latest terms begin."""
    return first_refusal(endings.can_end(post, last_day), _after_terms(last_day, terms_begin_on))


def _after_terms(last_day: date, terms_begin_on: date) -> Decision:
    if last_day >= terms_begin_on:
        return ALLOWED
    return refused(f"Terms of this post begin on {in_words(terms_begin_on)}. Give that day or a later one.", "last_day")
