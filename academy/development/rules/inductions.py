"""Inductions: what is settled, when both may sign, and when an induction is due (S0-15, S0-17). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from academy.development.choices.inductions import EarlierState
from academy.development.rules.moved_dates import moved_by_absence
from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.rules.spans import Span, in_words

# So many days before it is due an induction counts as due soon, to the person, her manager and the academy.
SOON = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Tick:
    """How one item stands: the day she ticked it, the day her manager confirmed it, and earlier learning."""

    own_on: date | None = None
    manager_on: date | None = None
    earlier: str = EarlierState.NONE

    @property
    def is_settled(self) -> bool:
        """Confirmed by the manager, which she ticked before, or accepted as learnt before she joined."""
        return self.manager_on is not None or self.earlier == EarlierState.ACCEPTED


@dataclass(frozen=True)
class Due:
    """The day an induction is due, and by how many days away it was moved."""

    on: date
    moved_days: int = 0

    def says(self, *, joined_on: date, months: int) -> str:
        """Why it is due that day, in a sentence."""
        since = f"{months} month{'' if months == 1 else 's'} after joining on {in_words(joined_on)}"
        if not self.moved_days:
            return f"Due {since}."
        return f"Due {since}, moved by {self.moved_days} day{'' if self.moved_days == 1 else 's'} away."


def can_sign(*, unsettled: int, has_signed: bool = False) -> Decision:
    """May one of the two sign? Each signs once, and only what is settled by both or learnt before."""
    if has_signed:
        return refused("You have signed. It is complete once the other has signed, too.")
    if unsettled:
        things = "1 thing is" if unsettled == 1 else f"{unsettled} things are"
        return refused(f"{things} not settled yet: each is ticked by both of you, or accepted as learnt before.")
    return ALLOWED


def due_on(joined_on: date, *, months: int) -> date:
    """So many calendar months after joining; in a shorter month its last day: 31 August and six months is 28 February,
    in a leap year the 29th (S0-15)."""
    return joined_on + relativedelta(months=months)


def moved(planned_on: date, *, joined_on: date, away: Iterable[Span], over_days: int, on: date) -> Due:
    """The due day moved by time away since joining: by all its days where it lasts longer than `over_days` (S0-15).

    Hours worked change nothing: an induction takes as long for somebody part-time.
    """
    due = moved_by_absence(planned_on, away, since=joined_on, on=on, least_days=over_days + 1)
    return Due(due, (due - planned_on).days)
