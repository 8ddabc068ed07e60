"""Supervision: when a session is locked (S4-32). Pure."""

from datetime import datetime

from academy.engines.workflow.decisions import ALLOWED, Decision, refused


def can_lock(*, other_signed_at: datetime | None) -> Decision:
    """May the second signature be put under a session? Only where the other has signed."""
    if other_signed_at is None:
        return refused("The other has not signed yet. Sign your part first; it is locked when both have signed.")
    return ALLOWED
