"""Inductions: what is settled, when both may sign, and when an induction is due (S0-15, S0-17). Pure."""

from datetime import datetime
from typing import Protocol

from academy.engines.workflow.decisions import ALLOWED, Decision, refused


class Signed(Protocol):
    """Whose signatures an induction bears already."""

    own_signed_at: datetime | None
    manager_signed_at: datetime | None


def can_sign(*, unsettled: int, has_signed: bool = False) -> Decision:
    """May one of the two sign? Each signs once, and only what is settled by both or learnt before."""
    if has_signed:
        return refused("You have signed. It is complete once the other has signed, too.")
    if unsettled:
        things = "1 thing is" if unsettled == 1 else f"{unsettled} things are"
        return refused(f"{things} not settled yet: each is ticked by both of you, or accepted as learnt before.")
    return ALLOWED
