"""A reason that is asked for: said, and in no more words than are kept. Pure."""

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from panels.choices.panels import MOST_REASON


def is_reasoned(reason: str, *, asks: str, field: str = "reason") -> Decision:
    """Is a reason given, of at most `MOST_REASON` characters? `asks` is the sentence where there is none."""
    if not reason.strip():
        return refused(asks, field)
    return ALLOWED if len(reason) <= MOST_REASON else refused(f"Use at most {MOST_REASON:,} characters.", field)
