"""Stretches: the spans of weeks in which a policy looks for at least one piece of learning (D4-31). Pure.

They are counted in whole days from the policy's first day, so neither 29 February nor a change of the clocks moves one.
"""

from dataclasses import dataclass
from datetime import date, timedelta

STRETCHES_SHOWN = 5


@dataclass(frozen=True)
class Rhythm:
    """How a policy divides time: a first day, and how many weeks a stretch is long."""

    from_on: date
    weeks: int = 12

    def __post_init__(self) -> None:
        if self.weeks < 1:
            raise ValueError("A stretch is at least one week long.")


@dataclass(frozen=True, order=True)
class Stretch:
    """A stretch with its first and its last day, both in it."""

    starts_on: date
    ends_on: date

    def holds(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    def position(self, day: date) -> float:
        """Where a day lies in it: 0 is the first day, 1 the last."""
        days = (self.ends_on - self.starts_on).days
        return (day - self.starts_on).days / days

    def days_left(self, on: date) -> int:
        """Days until the last one; 0 on the last day itself."""
        return (self.ends_on - on).days


def stretch_of(day: date, *, rhythm: Rhythm) -> Stretch:
    """The stretch a day lies in; days before the policy's first day lie in stretches counted backwards."""
    length = rhythm.weeks * 7
    number = (day - rhythm.from_on).days // length
    starts_on = rhythm.from_on + timedelta(days=number * length)
    return Stretch(starts_on, starts_on + timedelta(days=length - 1))


def latest_stretches(on: date, *, rhythm: Rhythm, number: int = STRETCHES_SHOWN) -> tuple[Stretch, ...]:
    """The present stretch and those before it, oldest first."""
    length = timedelta(days=rhythm.weeks * 7)
    return tuple(stretch_of(on - length * back, rhythm=rhythm) for back in range(number - 1, -1, -1))


def present_sentence(stretch: Stretch, *, entries: int, on: date) -> str:
    """How the present stretch stands: "Your present stretch is empty. It ends on 6 December, in 14 days." """
    held = {0: "is empty", 1: "holds 1 entry"}.get(entries, f"holds {entries} entries")
    return f"Your present stretch {held}. {_ends(stretch, on)}"


def peer_sentence(latest: date | None, *, weeks: int, on: date) -> str:
    """Whether peer learning was kept in the last so many weeks, and what the policy asks for (S2-75). No judgement."""
    asked = f"The policy asks for some every {weeks} weeks."
    if latest is None:
        return f"No peer learning is kept yet. {asked}"
    day = f"{latest.day} {latest:%B}{'' if latest.year == on.year else f' {latest.year}'}"
    if on - latest < timedelta(weeks=weeks):
        return f"Your latest peer learning was on {day}. {asked}"
    return f"No peer learning is kept in the last {weeks} weeks; the latest was on {day}. {asked}"


def _ends(stretch: Stretch, on: date) -> str:
    days = stretch.days_left(on)
    if days == 0:
        return "Today is its last day."
    year = "" if stretch.ends_on.year == on.year else f" {stretch.ends_on.year}"
    day = f"{stretch.ends_on.day} {stretch.ends_on:%B}{year}"
    return f"It ends on {day}, {'tomorrow' if days == 1 else f'in {days} days'}."
