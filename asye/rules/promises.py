"""The three promises of a year: supervision, workload, protected time; how they were kept, and when somebody is told.

Two different tenths (D1-34): less work, and time of one's own. Nothing here knows today.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from academy.ui.states import Shape, State
from asye.choices.year import Kept, Promise
from asye.rules.parts_of_policy import Rhythm, Signals, Workload
from asye.rules.sessions import Fate, Meetings, Session, sessions, windows
from asye.rules.weeks import Ran, agreed_percent, weeks_of


@dataclass(frozen=True)
class Said:
    """What she said of a week."""

    week_on: date
    protected: str
    percent: int
    supervised: bool | None = None
    used_for: str = ""


@dataclass(frozen=True, kw_only=True)
class Promised:
    """What was promised in one year, and what is known of it."""

    ran: Ran
    rhythms: tuple[Rhythm, ...] = ()
    ramp: tuple[Workload, ...] = ()
    agreed: int | None = None
    met: tuple[date, ...] = ()
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Week:
    """A week that was asked about: what was agreed, and what she said; None where she said nothing."""

    week_on: date
    agreed: int
    said: Said | None

    @property
    def is_over(self) -> bool:
        return self.said is not None and self.said.percent > self.agreed

    @property
    def is_without(self) -> bool:
        return self.said is not None and self.said.protected == Kept.NO


@dataclass(frozen=True)
class Promises:
    """How the promises of one year were kept up to a day."""

    sessions: tuple[Session, ...]
    weeks: tuple[Week, ...]

    @property
    def due(self) -> list[Session]:
        """The sessions that count: held or missed."""
        return [each for each in self.sessions if each.fate in (Fate.HELD, Fate.MISSED)]

    @property
    def held(self) -> list[Session]:
        return [each for each in self.sessions if each.fate is Fate.HELD]

    @property
    def missed(self) -> list[Session]:
        return [each for each in self.sessions if each.fate is Fate.MISSED]

    @property
    def answered(self) -> list[Week]:
        return [each for each in self.weeks if each.said is not None]

    @property
    def kept(self) -> list[Week]:
        """The weeks in which the protected time was kept."""
        return [each for each in self.answered if each.said is not None and each.said.protected == Kept.YES]

    @property
    def over(self) -> list[Week]:
        return [each for each in self.weeks if each.is_over]


def promises(promised: Promised, *, on: date) -> Promises:
    """How they were kept, from the first day of the year up to a day."""
    ran = promised.ran
    said = {each.week_on: each for each in promised.said}
    meetings = Meetings(promised.met, tuple(week for week, each in said.items() if each.supervised))
    due = windows(ran.year, promised.rhythms, ran.stops, until=on)
    asked = sorted({*weeks_of(ran, on=on), *said})
    return Promises(
        sessions=tuple(sessions(due, meetings, ran.away, on=on)),
        weeks=tuple(
            Week(week, agreed_percent(week, ran, ramp=promised.ramp, agreed=promised.agreed), said.get(week))
            for week in asked
        ),
    )


@dataclass(frozen=True)
class Run:
    """How often running a promise was broken, up to the last time that is known, and since when."""

    promise: Promise
    times: int
    since_on: date | None

    @property
    def words(self) -> str:
        """What the academy is told: no name, and nothing she did not say for this."""
        count = f"{self.times} {'week' if self.times == 1 else 'weeks'}"
        if self.promise is Promise.SUPERVISION:
            return f"{self.times} sessions of supervision in a row were missed."
        if self.promise is Promise.WORKLOAD:
            return f"The workload was above what was agreed for {count} in a row."
        return f"There was no protected time for {count} in a row."


def run_of(promise: Promise, kept: Promises, *, after: date | None = None) -> Run:
    """The run that is not over yet; what began on or before a day (that of the last answer) is not counted again."""
    broken = list(takewhile(lambda each: each[1], _latest_first(promise, kept)))
    days = [day for day, _ in broken if after is None or day > after]
    return Run(promise, len(days), min(days, default=None))


def _latest_first(promise: Promise, kept: Promises) -> Iterable[tuple[date, bool]]:
    if promise is Promise.SUPERVISION:
        return ((each.first, each.fate is Fate.MISSED) for each in reversed(kept.due))
    if promise is Promise.WORKLOAD:
        return ((each.week_on, each.is_over) for each in reversed(kept.answered))
    return ((each.week_on, each.is_without) for each in reversed(kept.answered))


def limit_of(promise: Promise, signals: Signals) -> int:
    """After how many times the academy is told."""
    return {
        Promise.SUPERVISION: signals.supervisions_missed,
        Promise.WORKLOAD: signals.weeks_over,
        Promise.PROTECTED: signals.weeks_without,
    }[promise]


def standing(promise: Promise, kept: Promises, signals: Signals, *, is_signalled: bool = False) -> State:
    """How a promise stands, in a word and a shape: late where it was broken as often as the academy is told for, or was
    told and has not answered; ageing where it was broken last."""
    run = run_of(promise, kept)
    words = _words(promise, kept, run.times)
    if is_signalled or run.times >= limit_of(promise, signals):
        return State(words, Shape.LATE)
    if run.times or (promise is Promise.SUPERVISION and kept.missed):
        return State(words, Shape.AGEING)
    known: Sequence[object] = kept.due if promise is Promise.SUPERVISION else kept.answered
    return State("Kept", Shape.MET) if known else State("Nothing known yet", Shape.NOT_YET)


def _words(promise: Promise, kept: Promises, times: int) -> str:
    if promise is Promise.SUPERVISION:
        return f"{len(kept.missed)} missed"
    lasts = "last week" if times <= 1 else f"for {times} weeks"
    return f"Above {lasts}" if promise is Promise.WORKLOAD else f"None {lasts}"
