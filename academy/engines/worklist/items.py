"""What waits for somebody, and in which order it is shown. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

SOON_DAYS = 14


class Urgency(IntEnum):
    """How near the day is; the lower, the higher on the page."""

    LATE = 0
    SOON = 1
    LATER = 2
    UNDATED = 3


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing somebody is to do: what and why in words, the last day for it, since when it waits, and the one button.

    `due_on` is the last day on which it is in time. An item without it is never late. `of` names the record it belongs
    to, in its app's own words ("asye.enrolment:12"), so that the page of that record can show what waits there.
    """

    what: str
    why: str
    url: str
    action: str
    due_on: date | None = None
    waiting_since: date | None = None
    of: str = ""

    def urgency(self, on: date) -> Urgency:
        """How near its day is on that day; soon means within a fortnight."""
        if self.due_on is None:
            return Urgency.UNDATED
        days = (self.due_on - on).days
        if days < 0:
            return Urgency.LATE
        return Urgency.SOON if days <= SOON_DAYS else Urgency.LATER

    def is_late(self, on: date) -> bool:
        return self.urgency(on) is Urgency.LATE


def most_urgent_first(items: Iterable[Item], *, on: date) -> list[Item]:
    """Late first, then by the day they are due, then by how long they wait; equal ones by their words."""

    def place(item: Item) -> tuple[Urgency, date, date, str]:
        return item.urgency(on), item.due_on or date.max, item.waiting_since or date.max, item.what

    return sorted(items, key=place)
