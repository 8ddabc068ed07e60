"""A piece of learning the portal knows of from a course: what a draft offered from it begins with. Pure."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from academy.development.choices import HOURS_STEP, MOST_HOURS

NAMESPACE = uuid.UUID("0b1f6b52-5f4e-4a0d-9d55-3d3f1b8f6a77")


@dataclass(frozen=True, kw_only=True)
class Learning:
    """A course somebody took part in. `origin` names what the draft is offered from, such as `training.booking/12`:
    one draft each. `length` is the time it took, if the portal knows."""

    origin: str
    title: str
    started_on: date
    ended_on: date
    length: timedelta | None = None
    statement_ids: frozenset[int] = frozenset()

    @property
    def token(self) -> uuid.UUID:
        """The name under which the draft is made: the same for the same origin."""
        return offered_token(self.origin)

    @property
    def hours(self) -> Decimal | None:
        """Hours in quarters, as entries have them; None where nothing is known."""
        if not self.length:
            return None
        quarters = Decimal(self.length.total_seconds()) / 3600 / HOURS_STEP
        return min(quarters.quantize(Decimal(1), rounding=ROUND_HALF_UP) * HOURS_STEP, MOST_HOURS)


def offered_token(origin: str) -> uuid.UUID:
    """The name of the form a draft offered from this origin has."""
    return uuid.uuid5(NAMESPACE, origin)
