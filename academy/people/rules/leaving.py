"""What may be said in an exit interview, when somebody stays after all, and turnover. Pure."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.choices.leaving import Destination, LeavingReason
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words

MOST_WORDS = 5000


def can_be_said(*, reasons: Collection[str], destination: str, words: str) -> Decision:
    """At least one reason, each known; “prefer not to say” stands alone. A destination may be left out."""
    if not reasons:
        return refused("Choose at least one reason, or “Prefer not to say”.", "reasons")
    if not set(reasons) <= set(LeavingReason.values):
        return refused("Choose only from the reasons shown.", "reasons")
    if LeavingReason.NOT_SAID in reasons and len(set(reasons)) > 1:
        return refused("“Prefer not to say” stands alone. Take it away, or the others.", "reasons")
    if destination and destination not in Destination.values:
        return refused("Choose only from the answers shown.", "destination")
    if len(words) > MOST_WORDS:
        return refused(f"Use at most {MOST_WORDS:,} characters. You have {len(words):,}.", "words")
    return ALLOWED


def can_have_been_held(held_on: date, *, today: date) -> Decision:
    """An interview is written down after it was held."""
    return refused("This day is still to come.", "held_on") if held_on > today else ALLOWED


def can_stay(last_on: date, *, today: date) -> Decision:
    """Somebody stays after all until her last day is over; afterwards she comes back."""
    if today > last_on:
        return refused(f"Her last day was {in_words(last_on)}. Begin a new post instead: she comes back.")
    return ALLOWED


def turnover(leavers: int, *, at_start: int, at_end: int) -> Decimal | None:
    """Leavers in a hundred of the average of who worked there on the first and the last day; None without anybody."""
    average = Decimal(at_start + at_end) / 2
    return (100 * leavers / average).quantize(Decimal("0.1")) if average else None
