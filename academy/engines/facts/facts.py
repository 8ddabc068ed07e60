"""What one app tells others of somebody: typed, dated, and where it comes from. Only the requirements engine judges."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that is so of a person since a day.

    `key` is `app.noun:which`, such as `training.completion:bexley/moving-and-handling`. `until` is the last day it
    counts, None for good. `quantity` is how much it is of what its key counts, `level` of which level, `by_relation`
    who says so, where it matters. `source` says in words how the portal knows, `link` is its page.
    """

    key: str
    person: int
    on: date
    until: date | None = None
    quantity: Decimal = Decimal(1)
    level: str = ""
    by_relation: str = ""
    source: str = ""
    link: str = ""

    def holds_on(self, day: date) -> bool:
        """Does it count on that day?"""
        return self.on <= day and (self.until is None or day <= self.until)
