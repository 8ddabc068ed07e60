"""What people are told about their places with events. The calendar file goes with the mail."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class PlaceContext(NoticeContext):
    """The event's name, its days and where it is, all in words; `who` booked or cancelled where somebody else did.
    `has_file` says that a calendar file goes with the mail.
    """

    event: str
    days: tuple[str, ...]
    place: str = ""
    who: str = ""
    has_file: bool = False


@dataclass(frozen=True, kw_only=True)
class QueueContext(PlaceContext):
    """Her number in the queue."""

    number: int


@dataclass(frozen=True, kw_only=True)
class UntilContext(PlaceContext):
    """Until when something stands, in words: an offer, or a place not yet approved."""

    until: str


@dataclass(frozen=True, kw_only=True)
class ReasonContext(PlaceContext):
    """Why the academy cancelled it, in its own words."""

    reason: str


def _kind(name: str, template: str, context: type[PlaceContext]) -> NoticeKind:
    return NoticeKind(f"training.{name}", f"training/email/{template}.txt", context)


PLACE_HELD = _kind("place.held", "place_held", PlaceContext)
PLACE_WAITING = _kind("place.waiting", "place_waiting", QueueContext)
PLACE_OFFERED = _kind("place.offered", "place_offered", UntilContext)
PLACE_LAPSED = _kind("place.lapsed", "place_lapsed", PlaceContext)
PLACE_CANCELLED = _kind("place.cancelled", "place_cancelled", PlaceContext)
EVENT_CHANGED = _kind("event.changed", "event_changed", PlaceContext)
EVENT_CANCELLED = _kind("event.cancelled", "event_cancelled", ReasonContext)

declare(
    PLACE_HELD,
    PLACE_WAITING,
    PLACE_OFFERED,
    PLACE_LAPSED,
    PLACE_CANCELLED,
    EVENT_CHANGED,
    EVENT_CANCELLED,
)
