"""Who gets a seat, who waits, how long an offer stands, and when cancelling is late. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.training.choices import BookingState, EventState

NOT_OPEN = {
    EventState.PLANNED: "This event is not open for booking yet. Ask the academy when it will be.",
    EventState.HELD: "This event is over. Look for another date of the course.",
    EventState.CANCELLED: "This event is cancelled. Look for another date of the course.",
}


@dataclass(frozen=True)
class Leaving:
    """What giving up a place is called where somebody stands: the act, what it means, and what is said afterwards."""

    act: str
    means: str
    done: str


OFF_THE_LIST = "You can join again later, then at the end of the list."
LEAVING = {
    BookingState.WAITING: Leaving("Leave the waiting list", OFF_THE_LIST, "The place on the waiting list is given up."),
    BookingState.OFFERED: Leaving(
        "Decline the place", f"It is offered to the next. {OFF_THE_LIST}", "The place is declined and goes to the next."
    ),
}
CANCELLING = Leaving(
    "Cancel this place",
    "Somebody else may be waiting for it.",
    "The place is cancelled. If somebody waits, it is offered to the next.",
)


def leaving(state: BookingState) -> Leaving:
    """What giving up a place in this state is called."""
    return LEAVING.get(state, CANCELLING)


@dataclass(frozen=True)
class Seats:
    """How many seats an event has, how many are taken, and how many people wait. An offer takes its seat."""

    capacity: int
    taken: int = 0
    waiting: int = 0

    @property
    def left(self) -> int:
        """Seats nobody has; 0 when all are taken."""
        return max(self.capacity - self.taken, 0)

    @property
    def is_free(self) -> bool:
        """Does who books now get a seat? Not while somebody waits who asked before her."""
        return self.left > 0 and not self.waiting


def can_book(state: EventState, *, begins_at: datetime | None, at: datetime) -> Decision:
    """May places of an event be booked now? Not before it is open, and not once it has begun."""
    if state != EventState.OPEN:
        return refused(NOT_OPEN[state])
    if has_begun(begins_at, at=at):
        return refused("This event has begun. Look for another date of the course.")
    return ALLOWED


def has_begun(begins_at: datetime | None, *, at: datetime) -> bool:
    """Has its first day begun? An event without a day has not."""
    return begins_at is not None and begins_at <= at


def offer_until(at: datetime, *, hours: int, begins_at: datetime | None) -> datetime:
    """The last moment of an offer: so many hours on, and never after the event begins."""
    until = at + timedelta(hours=hours)
    return min(until, begins_at) if begins_at else until


def is_late(starts_on: date, *, on: date, days: int) -> bool:
    """Is cancelling on that day late? In time is up to and including so many days before the first day."""
    return on > last_day_in_time(starts_on, days=days)


def last_day_in_time(starts_on: date, *, days: int) -> date:
    """The last day on which cancelling is in time."""
    return starts_on - timedelta(days=days)


def can_have(*, has_place: bool, clashing: str, who: str) -> Decision:
    """May she have a place with this event beside what she has? `who` is “You” or her name, `clashing` names the other
    event at the same time in which she holds a place, if there is one."""
    have, hold = ("have", "hold") if who == "You" else ("has", "holds")
    if has_place:
        return refused(f"{who} {have} a place with this event already, or {have} asked for one.")
    if clashing:
        return refused(f"{who} {hold} a place with {clashing}, which is at the same time. Cancel that one first.")
    return ALLOWED
