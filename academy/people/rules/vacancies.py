"""When a vacancy opens and closes, and what it can say."""

from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from academy.people.rules.spans import Span, in_words


def can_open(days: Span, *, on: date) -> Decision:
    """May it be opened on the day? Only between its first and its last."""
    if on < days.from_on:
        return refused(f"It opens on {in_words(days.from_on)}. Change that day to open it sooner.")
    if days.until_on is not None and on > days.until_on:
        return refused(f"It closed on {in_words(days.until_on)}. Change that day to open it after all.")
    return ALLOWED


def fits(*, places: int, most: int, opens_on: date, closes_on: date) -> Decision:
    """At least one place, at most `most`, and a last day that is not before the first."""
    if not 1 <= places <= most:
        return refused(f"Write how many places there are, from 1 to {most}.", "places")
    if closes_on < opens_on:
        return refused(f"It opens on {in_words(opens_on)}. Give that day or a later one.", "closes_on")
    return ALLOWED


def can_change(*, is_over: bool, is_open: bool, opens_on: date, on: date) -> Decision:
    """May it still be changed? What is filled, closed or withdrawn stays as it was; what is open has begun."""
    if is_over:
        return refused("Applications are over. It stays as people read it; plan another instead.")
    if is_open and opens_on > on:
        return refused("It is open already. Its first day cannot be a coming one.", "opens_on")
    return ALLOWED
