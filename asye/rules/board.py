"""Why a year needs attention, whether it can wait, and whom it waits for. In words, and never scored. Pure.

The cohort board and the head of a year's record say the same, because both ask here.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from academy.people.rules.spans import in_words
from asye.choices.board import Standing
from asye.choices.enrolments import ASSESSING, UNDER_WAY, EnrolmentState, Role
from asye.choices.year import MilestoneKind

# The panel's day is the panel's.
ACTED_ON = (
    MilestoneKind.AGREEMENT,
    MilestoneKind.REVIEW,
    MilestoneKind.OBSERVATION,
    MilestoneKind.FINAL,
    MilestoneKind.SUBMISSION,
)
# What comes at the end of a year cannot wait at all; other dates wait four weeks, what somebody was told two.
AT_THE_END = (MilestoneKind.FINAL, MilestoneKind.SUBMISSION)
# What is late, where a date is called by what was done.
CALLED = {MilestoneKind.AGREEMENT: "The agreement", MilestoneKind.SUBMISSION: "The portfolio"}
# The bounds of the year, which are no acts of anybody's.
BOUNDS = (MilestoneKind.END, MilestoneKind.CEILING)
# What was to be done before the recommendation was explained in it; between two employers nothing is asked.
ASKED_AFTER = {
    EnrolmentState.RELEASED: BOUNDS,
    EnrolmentState.RECOMMENDED: (MilestoneKind.PANEL, *BOUNDS),
    EnrolmentState.MODERATED: BOUNDS,
}
LONG_LATE, LONG_TOLD = timedelta(weeks=4), timedelta(weeks=2)
LEAVING_SOON = timedelta(weeks=8)


@dataclass(frozen=True)
class Reason:
    """A sentence. What is urgent makes the year one to act on now."""

    words: str
    is_urgent: bool = False


@dataclass(frozen=True)
class Due:
    """A date of the year that is not done."""

    kind: str
    title: str
    due_on: date
    is_optional: bool = False


@dataclass(frozen=True)
class Told:
    """A promise not kept: the academy was told, and nobody has answered."""

    words: str
    told_on: date


@dataclass(frozen=True)
class Asked:
    """A change of the dates that waits: what sort, since when, how many agree to it, and who has not said anything."""

    kind: str
    asked_on: date
    asked: int
    missing: tuple[Role, ...]


@dataclass(frozen=True)
class Leaving:
    """Somebody's part ends on a day, and nobody follows."""

    role: Role
    name: str
    until_on: date


@dataclass(frozen=True)
class Vacant:
    """A part that needs somebody else now, and why."""

    role: Role
    why: str


@dataclass
class Known:
    """What is known of one year, as far as attention goes. `plans` are the days on which plans of support are looked at
    again."""

    dates: list[Due] = field(default_factory=list)
    signals: list[Told] = field(default_factory=list)
    plans: list[date] = field(default_factory=list)
    changes: list[Asked] = field(default_factory=list)
    leaving: list[Leaving] = field(default_factory=list)
    vacant: list[Vacant] = field(default_factory=list)


def reasons(known: Known, *, on: date) -> list[Reason]:
    """Every reason, in the order in which it is read: dates gone by, promises, plans of support, changes, parts, and
    the ceiling. An optional date gone by is none."""
    return [
        *_late(known.dates, on=on),
        *(Reason(each.words, on - each.told_on > LONG_TOLD) for each in known.signals),
        *(
            Reason(f"There is a plan of support, looked at again on {in_words(day)}.", day < on)
            for day in sorted(known.plans)
        ),
        *(_change(each, on=on) for each in known.changes),
        *(Reason(each.why, each.role in ASSESSING) for each in known.vacant),
        *_leaving(known.leaving, on=on),
        *_past_ceiling(known.dates),
    ]


def standing(state: str, found: Iterable[Reason]) -> Standing:
    """Where the year stands. What does not run now needs nothing of anybody until it does."""
    if state in (EnrolmentState.PAUSED, EnrolmentState.DEFERRED, EnrolmentState.RELEASED):
        return Standing.PAUSED
    urgent = [each.is_urgent for each in found]
    if any(urgent):
        return Standing.ACT
    return Standing.WATCH if urgent and state in UNDER_WAY else Standing.ON_TRACK


def is_asked(kind: str, state: str) -> bool:
    """Is a date of this kind, not done yet, still asked for in a year that stands so?"""
    asked = ASKED_AFTER.get(EnrolmentState(state))
    return asked is None or kind in asked


def next_date(dates: Collection[Due], *, on: date) -> Due | None:
    """The first date that is not done and is acted on, gone by or to come; after those, the panel's day. An optional
    date gone by is passed over."""
    ahead = [each for each in dates if each.kind not in BOUNDS and not (each.is_optional and each.due_on < on)]
    return min(ahead, key=lambda each: (each.due_on, each.title), default=None)


def _late(dates: Sequence[Due], *, on: date) -> list[Reason]:
    late = [each for each in dates if each.kind in ACTED_ON and each.due_on < on and not each.is_optional]
    return [
        Reason(
            f"{CALLED.get(MilestoneKind(each.kind), each.title)} was due on {in_words(each.due_on)}.",
            each.kind in AT_THE_END or on - each.due_on > LONG_LATE,
        )
        for each in late
    ]


def _change(change: Asked, *, on: date) -> Reason:
    words = f"{change.kind}: {len(change.missing)} of {change.asked} have not said yet whether they agree."
    return Reason(words, on - change.asked_on > LONG_TOLD)


def _leaving(found: Iterable[Leaving], *, on: date) -> list[Reason]:
    return [
        Reason(f"{each.name}, the {each.role.label}, stops on {in_words(each.until_on)}, and nobody follows.")
        for each in found
        if each.until_on <= on + LEAVING_SOON
    ]


def _past_ceiling(dates: Sequence[Due]) -> list[Reason]:
    days = {each.kind: each.due_on for each in dates}
    end, ceiling = days.get(MilestoneKind.END), days.get(MilestoneKind.CEILING)
    if end is None or ceiling is None or end <= ceiling:
        return []
    return [Reason(f"The year would end on {in_words(end)}, after the ceiling, {in_words(ceiling)}.", True)]
