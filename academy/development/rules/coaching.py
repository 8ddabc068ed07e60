"""Who may coach whom, what a contract says, and when something is due in coaching. Pure (S1-26 to S1-31)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from academy.development.choices.coaching import (
    LEAST_MINUTES,
    MOST_MINUTES,
    MOST_SESSIONS,
    MeetingOutcome,
)
from academy.development.rules.entries import Fault
from academy.engines.workflow.decisions import ALLOWED, Decision, refused

# A coach answers within two weeks (D6-22).
ANSWER_WITHIN = timedelta(days=14)
# So many missed meetings suggest ending, as universities and councils do it (D6-21).
MISSED_SUGGEST_ENDING = 2
# Numbers of people below this are hidden from the academy, so that nobody is found by counting (rules.md 7).
FEW = 5


class Match(Protocol):
    """What the rules read of a match."""

    @property
    def coach_signed_at(self) -> datetime | None: ...
    @property
    def person_signed_at(self) -> datetime | None: ...


class Agreed(Protocol):
    """The days of a contract."""

    @property
    def from_on(self) -> date | None: ...
    @property
    def until_on(self) -> date | None: ...


@dataclass(frozen=True, kw_only=True)
class Relation:
    """How somebody who asks stands to a coach on the day."""

    is_herself: bool = False
    is_matched: bool = False
    is_her_manager: bool = False
    is_managed_by_her: bool = False
    shares_team: bool = False
    shares_manager: bool = False


@dataclass(frozen=True, kw_only=True)
class Places:
    """How many people a coach takes at a time, how many she has, and from which day she is free."""

    capacity: int
    taken: int
    free_from: date | None = None

    @property
    def left(self) -> int:
        return max(0, self.capacity - self.taken)

    def is_free(self, on: date) -> bool:
        return self.left > 0 and not self.is_away(on)

    def is_away(self, on: date) -> bool:
        return self.free_from is not None and self.free_from > on


@dataclass(frozen=True, kw_only=True)
class Contract:
    """What the two agree: how many sessions of how many minutes, from and until which day, both inclusive."""

    sessions: int
    minutes: int
    from_on: date
    until_on: date


def conflict_of(relation: Relation) -> str:
    """Why these two cannot be coach and coached, as a sentence; empty when nothing stands against it (D6-21).

    Coaching stays apart from judging performance, so line management in either direction is refused (D6-20).
    """
    if relation.is_herself:
        return "This is your own profile. Choose somebody else."
    if relation.is_matched:
        return "You have asked this coach already, or work with her. See your coaching."
    if relation.is_her_manager:
        return "She is your line manager, or stands in for her. Coaching stays apart from that: choose somebody else."
    if relation.is_managed_by_her:
        return "You are her line manager, or stand in for her. Coaching stays apart from that: choose somebody else."
    return ""


def soft_conflicts(relation: Relation) -> list[str]:
    """What the two should know beforehand; it refuses nothing."""
    told = []
    if relation.shares_team:
        told.append("She works in your team. Some people prefer a coach from further away.")
    if relation.shares_manager:
        told.append("You have the same line manager. Talk about what that means before you begin.")
    return told


def can_take(places: Places, *, on: date) -> Decision:
    """May somebody ask this coach now? Not while she has no place or is away."""
    if places.left <= 0:
        return refused("All places of this coach are taken. Choose somebody else, or ask again later.")
    if places.is_away(on):
        return refused("This coach takes nobody new yet. Choose somebody else, or ask again from the day shown.")
    return ALLOWED


def contract_faults(contract: Contract) -> Iterator[Fault]:
    """What a contract may not say: bounds of sessions and minutes, and a last day before the first."""
    if not 1 <= contract.sessions <= MOST_SESSIONS:
        yield Fault("sessions", f"Agree on 1 to {MOST_SESSIONS} sessions.")
    if not LEAST_MINUTES <= contract.minutes <= MOST_MINUTES:
        yield Fault("minutes", f"A session lasts {LEAST_MINUTES} to {MOST_MINUTES} minutes.")
    if contract.until_on < contract.from_on:
        yield Fault("until_on", "The last day cannot be before the first.")


def can_begin(match: Match) -> Decision:
    """May coaching begin? When both have signed the contract."""
    if match.coach_signed_at is None or match.person_signed_at is None:
        return refused("Both sign the contract first.")
    return ALLOWED


def answer_due_on(asked_on: date) -> date:
    """The day by which a coach answers."""
    return asked_on + ANSWER_WITHIN


def suggests_ending(outcomes: Iterable[str]) -> bool:
    """Were so many meetings missed that ending, or a talk about it, is near?"""
    return sum(outcome == MeetingOutcome.MISSED for outcome in outcomes) >= MISSED_SUGGEST_ENDING


def meeting_faults(contract: Agreed, *, met_on: date, outcome: str, on: date) -> Iterator[Fault]:
    """What a meeting may not say: a day outside the contract, held or missed on a day to come, planned for one gone."""
    if contract.from_on is not None and met_on < contract.from_on:
        yield Fault("met_on", "Choose a day on or after the first of your contract.")
    if contract.until_on is not None and met_on > contract.until_on:
        yield Fault("met_on", "Choose a day on or before the last of your contract.")
    if outcome in (MeetingOutcome.HELD, MeetingOutcome.MISSED) and met_on > on:
        yield Fault("outcome", "This day is still to come: note it as planned.")
    if outcome == MeetingOutcome.PLANNED and met_on < on:
        yield Fault("outcome", "This day has been: say whether you met.")


def is_within_sessions(outcomes: Iterable[str], *, agreed: int | None) -> bool:
    """Do so many meetings fit what was agreed? Those that were moved do not count."""
    return agreed is None or sum(outcome != MeetingOutcome.MOVED for outcome in outcomes) <= agreed
