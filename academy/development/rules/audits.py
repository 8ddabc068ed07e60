"""When a self-audit can be shared and locked, and where two views of a statement differ. Pure.

Nothing here adds ratings up: two views are for talking, and a total would be an outcome (D1-54).
"""

from datetime import date, datetime
from typing import Protocol

from academy.engines.workflow.decisions import ALLOWED, Decision, refused


class Audit(Protocol):
    """What the rules read of a self-audit."""

    @property
    def supervisor_id(self) -> int | None: ...
    @property
    def discussed_on(self) -> date | None: ...
    @property
    def person_signed_at(self) -> datetime | None: ...
    @property
    def supervisor_signed_at(self) -> datetime | None: ...


class Views(Protocol):
    """Both ratings of one statement, each given or not yet."""

    @property
    def own_rating(self) -> int | None: ...
    @property
    def supervisor_rating(self) -> int | None: ...


def can_share(audit: Audit) -> Decision:
    """May it be shared? With somebody: her supervisor."""
    return ALLOWED if audit.supervisor_id is not None else refused("Choose with whom you share it.")


def can_sign(audit: Audit) -> Decision:
    """May one of the two sign? After they have talked."""
    if audit.discussed_on is None:
        return refused("Talk about it first, and write down on which day you did.")
    return ALLOWED


def can_lock(audit: Audit) -> Decision:
    """May it be locked? When both have signed that they talked."""
    talked = can_sign(audit)
    if not talked.allowed:
        return talked
    if audit.person_signed_at is None or audit.supervisor_signed_at is None:
        return refused("Both sign it first.")
    return ALLOWED


def is_different(views: Views) -> bool:
    """Do the two see this statement differently? Only where both have said how they see it."""
    both_said = views.own_rating is not None and views.supervisor_rating is not None
    return both_said and views.own_rating != views.supervisor_rating
