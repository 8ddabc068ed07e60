"""Whose permission a second job needs, and how many hours a week all jobs come to (S2-38 to S2-44). Pure.

The threshold is a grade and a spinal point: below it the line manager permits, above it the chief officer. What holds
exactly at it, the source leaves open (S2-41), so the policy says it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.choices.second_jobs import PermittedBy
from academy.people.rules.decisions import refused

LEAST_HOURS = Decimal("0.25")
MOST_DECLARED = Decimal(100)


@dataclass(frozen=True)
class Threshold:
    """A grade, a point of it, and who permits exactly there."""

    grade: str
    point: int
    at: PermittedBy


@dataclass(frozen=True)
class SecondJobTerms:
    """What a policy says. Hours are hours a week; without a threshold the line manager permits everything."""

    full_time_hours: Decimal = Decimal(37)
    most_hours: Decimal = Decimal(48)
    renew_after_months: int = 12
    threshold: Threshold | None = None
    lines: tuple[str, ...] = ()
    read_title: str = ""
    read_url: str = ""


@dataclass(frozen=True)
class Pay:
    """Where somebody stands: her grade's code, its steps above (+) or below (-) the threshold's grade, her point.

    `steps` is None where grade or ladder is not known.
    """

    grade: str = ""
    steps: int | None = None
    point: int | None = None


@dataclass(frozen=True)
class Asked:
    """Whose permission is needed, and the sentence that says why."""

    permitted_by: PermittedBy
    because: str


@dataclass(frozen=True)
class Week:
    """Hours a week: those of her contract, of the job declared, and of other second jobs."""

    contract: Decimal
    declared: Decimal
    others: Decimal
    most: Decimal

    @property
    def in_all(self) -> Decimal:
        return self.contract + self.declared + self.others


def asked_of(pay: Pay, threshold: Threshold | None) -> Asked:
    """Whose permission somebody needs. Where her grade or point is not known it is the chief officer's, who may
    permit what a line manager may: nobody then acts on a permission that was not enough."""
    if threshold is None:
        return Asked(PermittedBy.LINE_MANAGER, "The line manager permits second jobs here.")
    place = f"spinal point {threshold.point} of {threshold.grade}"
    above = _compared(pay, threshold)
    if above is None:
        return Asked(
            PermittedBy.CHIEF_OFFICER,
            f"It is not known here whether you are above {place}, so the chief officer decides.",
        )
    if above == 0:
        return Asked(threshold.at, f"You are exactly at {place}.")
    if above < 0:
        return Asked(PermittedBy.LINE_MANAGER, f"You are below {place}.")
    return Asked(PermittedBy.CHIEF_OFFICER, f"You are above {place}.")


def _compared(pay: Pay, threshold: Threshold) -> int | None:
    """Below 0, 0 or above 0: by the ladder, and on the threshold's own grade by the point; None when not known."""
    if pay.steps is None:
        return None
    if pay.steps:
        return pay.steps
    return None if pay.point is None else pay.point - threshold.point


def contract_hours(fte: Decimal, full_time: Decimal) -> Decimal:
    """Hours a week of her own contract or contracts: the share of full time, in quarters of an hour and hundredths."""
    return (fte * full_time).quantize(Decimal("0.01"))


def can_declare(*, hours: Decimal, from_on: date, until_on: date | None) -> Decision:
    """Hours between a quarter and a hundred a week, and days in order. How many hours are too many is decided later:
    what somebody does must be told in any case (S2-38)."""
    if not LEAST_HOURS <= hours <= MOST_DECLARED:
        return refused("Write the hours a week, from 0.25 to 100.", "hours")
    if until_on is not None and until_on < from_on:
        return refused("The last day is before the first. Give a later last day.", "until_on")
    return ALLOWED


def can_work(week: Week) -> Decision:
    """All jobs together come to no more than the limit (S2-42)."""
    if week.in_all <= week.most:
        return ALLOWED
    return refused(f"This comes to {hours(week.in_all)} a week over all jobs; at most {hours(week.most)} are allowed.")


def renewed_by(decided_on: date, months: int) -> date:
    """The last day of a permission: so many calendar months after the decision, on the last day of a shorter month."""
    return decided_on + relativedelta(months=months)


def hours(number: Decimal) -> str:
    """Hours in words: “50 hours”, “7.5 hours”, “1 hour”."""
    plain = f"{number.normalize():f}"
    return "1 hour" if plain == "1" else f"{plain} hours"
