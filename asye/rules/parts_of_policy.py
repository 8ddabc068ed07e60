"""The parts of a policy: reviews, observations, rhythms, evidence, money. Files have the same shape.

Every figure an employer may set stands in one of them; nothing of it stands in code. Months are calendar months, weeks
seven days, shares whole per cent, money pounds, hours of work shares of full time (FTE).
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from asye.choices.ending import GradeFrom, GrantPart

# No key that is not known: a slip of the pen in a file is an error and never a rule that silently does not hold.
KNOWN_KEYS_ONLY: dict[str, Any] = {"extra": "forbid"}


def between(what: str, value: int | Decimal, *, least: int, most: int) -> None:
    """Refuse, by a ValueError in words, a figure outside its bounds."""
    if not least <= value <= most:
        raise ValueError(f"{what} is {value}; it is {least} to {most}.")


@dataclass(frozen=True, kw_only=True)
class ReviewPoint:
    """A review: after so many months of a full-time year. Optional ones are held where they are needed (D1-51)."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    title: str
    months: int
    is_optional: bool = False
    is_final: bool = False

    def __post_init__(self) -> None:
        between(f"The month of “{self.title}”", self.months, least=1, most=48)


@dataclass(frozen=True, kw_only=True)
class ObservationPoint:
    """A direct observation that is due before a review; `by` are who may observe it (none named: anybody)."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    title: str
    before: str
    days: int = 14
    by: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Offset:
    """A date so many days, or working days, after the final review or the end of the year; before it: less than 0
    (D1-52, D1-53)."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    of: str = "end"
    days: int = 0
    working_days: int = 0

    def __post_init__(self) -> None:
        if self.of not in ("end", "final"):
            raise ValueError(f"An offset counts from “end” or “final”, not from “{self.of}”.")
        if self.days and self.working_days:
            raise ValueError("Count an offset in days or in working days, not in both.")
        between("An offset", self.days, least=-180, most=90)
        between("An offset in working days", self.working_days, least=-120, most=60)


@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """Supervision at least every so many weeks, until a week or a month of the year ends; the last goes on."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    every_weeks: int
    until_week: int | None = None
    until_month: int | None = None

    def __post_init__(self) -> None:
        between("A rhythm", self.every_weeks, least=1, most=12)


@dataclass(frozen=True, kw_only=True)
class Workload:
    """The most she carries of what a colleague in year two or three does, until a month of the year (D1-34)."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    percent: int
    until_month: int | None = None

    def __post_init__(self) -> None:
        between("A workload", self.percent, least=10, most=100)


@dataclass(frozen=True, kw_only=True)
class EvidenceLine:
    """A kind of evidence and the least of it: over the year, and by each stage (`stages`: review code to number).

    `counts` says what is counted: observation, feedback, report, reflection, plan, self_assessment, supervision,
    workload, protected. `of` narrows it (givers of feedback), `by` who observed.
    """

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    title: str
    counts: str
    least: int
    of: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    stages: dict[str, int] = field(default_factory=dict)
    is_confirmed_only: bool = False

    def __post_init__(self) -> None:
        if self.counts not in COUNTED:
            raise ValueError(f"“{self.counts}” is not counted. What is: {', '.join(COUNTED)}.")
        between(f"The number of “{self.title}”", self.least, least=0, most=60)


COUNTED = (
    "observation",
    "feedback",
    "report",
    "reflection",
    "plan",
    "self_assessment",
)


@dataclass(frozen=True, kw_only=True)
class PlanStage:
    """A stretch a development plan is made for, and with what: the agreement, or the review of that code (D1-45)."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    title: str
    made_with: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """Workshops or groups with peers, how often, and the courses whose events they are (S2-109, S4-30).

    Without a rhythm they count when she came, and none is missed (S1-41).
    """

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    title: str
    every_weeks: int | None = None
    every_months: int | None = None
    courses: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.every_weeks is not None and self.every_months is not None:
            raise ValueError(f"Say of “{self.title}” either every how many weeks, or every how many months.")
        between(f"The rhythm of “{self.title}”", self.every_weeks or self.every_months or 1, least=1, most=26)


@dataclass(frozen=True, kw_only=True)
class InductionCourse:
    """A course of the induction that is to be evidenced and dated (S2-106), by so many weeks after the start."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    course: str
    title: str
    weeks: int = 13


@dataclass(frozen=True, kw_only=True)
class Document:
    """What an employer wants to have seen before a year begins: proof of the degree, the last placement (D1-06)."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    title: str


@dataclass(frozen=True, kw_only=True)
class FrameworkLevel:
    """A framework she is assessed against, at a level; `starts_from` where it holds for years begun from then on."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    code: str
    level: str = ""
    starts_from: date | None = None
    starts_before: date | None = None

    def holds_for(self, starts_on: date) -> bool:
        """Is a year that starts on the day assessed against it?"""
        if self.starts_from is not None and starts_on < self.starts_from:
            return False
        return self.starts_before is None or starts_on < self.starts_before


@dataclass(frozen=True, kw_only=True)
class Grant:
    """The employer's grant for years begun between two days, in its parts (D1-85, D2-02). Amounts are pounds; a grant
    without parts is one whose amounts are not settled.

    `closes_on` is the last day a completion is paid for early or late; `within_years` how long ago she may have
    qualified.
    """

    __pydantic_config__ = KNOWN_KEYS_ONLY
    year: str
    body: str
    starts_from: date
    starts_until: date
    parts: dict[GrantPart, Decimal] = field(default_factory=dict)
    within_years: int = 4
    closes_on: date | None = None

    def __post_init__(self) -> None:
        # a database keeps the keys of a map in an order of its own
        object.__setattr__(self, "parts", {part: self.parts[part] for part in GrantPart if part in self.parts})
        if self.starts_until < self.starts_from:
            raise ValueError(f"The grant {self.year} ends before it starts.")
        for amount in self.parts.values():
            between(f"A part of the grant {self.year}", amount, least=0, most=100000)

    @property
    def whole(self) -> Decimal:
        """All its parts together."""
        return sum(self.parts.values(), Decimal(0))


@dataclass(frozen=True, kw_only=True)
class Signals:
    """After how much the academy is told: sessions missed, weeks above the agreed workload, weeks without the time."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    supervisions_missed: int = 2
    weeks_over: int = 3
    weeks_without: int = 2


@dataclass(frozen=True, kw_only=True)
class OnPass:
    """What follows a pass: grade and level of the step, by the employer's codes, and months of probation (S2-55).

    `is_condition` says that employment is confirmed by a pass alone (S0-77), `words` what else is to be known of it.
    """

    __pydantic_config__ = KNOWN_KEYS_ONLY
    grade: str = ""
    level: str = ""
    grade_from: GradeFrom = GradeFrom.DECIDED
    probation_months: int = 12
    is_condition: bool = False
    words: str = ""

    def __post_init__(self) -> None:
        between("The probation in months", self.probation_months, least=0, most=36)


@dataclass(frozen=True, kw_only=True)
class Appeal:
    """The employer's own route; there is no national one (D1-79)."""

    __pydantic_config__ = KNOWN_KEYS_ONLY
    days: int = 10
    words: str = (
        "You can appeal if the procedure was not followed or evidence was not considered. It is heard by people who "
        "were not on the first panel."
    )
