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

    `expected` is what is to be so on its day and is not yet: a confirmed place, a result awaited. It counts for nothing
    by itself, before its day or on it; only who looks ahead reckons with it, from its day on.

    Facts are judged for the person, for her manager and for her academy, so a fact carries nothing that one of them may
    not know: days and codes, never words somebody wrote, a title, a name or anything of a coaching. `link` leads to a
    page the person herself may see, and is for her; whoever shows a fact to somebody else leaves it out.
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
    expected: bool = False

    def holds_on(self, day: date) -> bool:
        """Does that day lie between its first and its last?"""
        return self.on <= day and (self.until is None or day <= self.until)
