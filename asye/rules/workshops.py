"""By when a cohort's workshops and groups with peers are to be, as the policy has them, and which are there (S2-109,
S4-30). Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from academy.engines.requirements.dates import months_later
from academy.people.rules.spans import Span
from academy.ui.states import Shape, State
from asye.rules.parts_of_policy import Group
from asye.rules.sessions import DAY, DAYS_OF_A_WEEK, monday_of

BACK, AHEAD = 5, 3


Event = TypeVar("Event")


@dataclass(frozen=True)
class Slot(Generic[Event]):
    """A month, or so many weeks, in which there is to be one, and what there is."""

    span: Span
    events: tuple[Event, ...]
    is_over: bool

    @property
    def is_open(self) -> bool:
        """Is one to be planned?"""
        return not self.events and not self.is_over

    @property
    def missing(self) -> State:
        """What is said where there is none."""
        return State("None held", Shape.AGEING) if self.is_over else State("None planned", Shape.NOT_YET)


def rhythm_words(group: Group) -> str:
    """How often there is one."""
    number, what = (group.every_months, "month") if group.every_months else (group.every_weeks, "week")
    if not number:
        return "No rhythm is set: they count when she came."
    return f"One {'every' if number > 1 else 'a'} {f'{number} {what}s' if number > 1 else what}."


def spans_of(group: Group, *, since: date, on: date) -> list[Span]:
    """The months, or stretches of weeks from a Monday on, around a day: those gone by since a day, at most five, the
    one that runs, and the next three. None without a rhythm."""
    if not (group.every_months or group.every_weeks):
        return []
    first = since.replace(day=1) if group.every_months else monday_of(since)
    found: list[Span] = []
    while not found or found[-1].from_on <= on:
        found.append(_span(group, first, len(found)))
    for _ in range(AHEAD - 1):
        found.append(_span(group, first, len(found)))
    return found[-(BACK + 1 + AHEAD) :]


def slots_of(spans: Sequence[Span], events: Sequence[tuple[date, Event]], *, on: date) -> list[Slot[Event]]:
    """Each stretch with the events that begin in it; each event comes with its first day."""
    return [
        Slot(
            span=span,
            events=tuple(event for first, event in events if span.holds_on(first)),
            is_over=span.until_on is not None and span.until_on < on,
        )
        for span in spans
    ]


def _span(group: Group, first: date, number: int) -> Span:
    if group.every_months:
        begins, ends = (months_later(first, (number + more) * group.every_months) for more in (0, 1))
    else:
        step = timedelta(days=DAYS_OF_A_WEEK * (group.every_weeks or 1))
        begins, ends = first + number * step, first + (number + 1) * step
    return Span(begins, ends - DAY)
