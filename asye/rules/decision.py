"""What the employer decides, and what follows for the employment: confirmation, probation, grade (S0-77). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from asye.choices.enrolments import MOST_WORDS, Outcome
from asye.rules.faults import Fault, too_long
from asye.rules.final import unannounced


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What is decided. `notice_on` and `appeal` are of a fail; confirmation, probation and the step of grade of a
    pass: `grade_from_on` is the first day of the new grade, None where it is not given here."""

    outcome: str
    words: str = ""
    notice_on: date | None = None
    appeal: str = ""
    confirmed_on: date | None = None
    probation_until_on: date | None = None
    grade_from_on: date | None = None

    @property
    def is_pass(self) -> bool:
        return self.outcome == Outcome.PASS


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known as it is decided: what was recommended, whether moderation confirmed it, the year's first day, and
    today."""

    recommended: str
    is_confirmed: bool
    starts_on: date
    on: date


def faults(decision: Decision, known: Known) -> tuple[Fault, ...]:
    """Everything that keeps a decision from being made, each beside its question."""
    return (
        *_said(decision, known),
        *(_of_pass(decision, known) if decision.is_pass else ()),
        *(unannounced(decision.notice_on, decision.appeal, on=known.on) if _is_fail(decision) else ()),
    )


def probation_until(began_on: date, *, months: int, moved_days: int, ends_on: date | None = None) -> date:
    """The last day of a probation of so many months from its first day, moved by as many days as the year's end was.

    A probation of one year ends with a year of 52 weeks; where hours, pauses or an extension moved the end of the ASYE,
    it moves with it (S2-55, S4-17, D1-73). It never ends earlier than agreed, nor before the year does: she may have
    been in post for some time when it began.
    """
    last = began_on + relativedelta(months=months) + timedelta(days=max(moved_days, 0) - 1)
    return max(last, ends_on or last)


def moved_days(*, starts_on: date, weeks: int, ends_on: date) -> int:
    """By how many days a year that ends on this day is longer than its full-time weeks."""
    return (ends_on - starts_on).days + 1 - weeks * 7


def _is_fail(decision: Decision) -> bool:
    return decision.outcome == Outcome.FAIL


def _said(decision: Decision, known: Known) -> Iterable[Fault]:
    if decision.outcome not in Outcome.values:
        yield Fault("outcome", "Say whether she passes or fails.")
    elif not decision.words.strip() and not (known.is_confirmed and decision.outcome == known.recommended):
        yield Fault("words", "It is not as recommended and confirmed. Say why; she reads it.")
    if len(decision.words) > MOST_WORDS:
        yield too_long("words", MOST_WORDS)


def _of_pass(decision: Decision, known: Known) -> Iterable[Fault]:
    if decision.confirmed_on is None:
        yield Fault("confirmed_on", "Enter the day from which her employment is confirmed.")
    for name in ("confirmed_on", "probation_until_on", "grade_from_on"):
        day: date | None = getattr(decision, name)
        if day is not None and day < known.starts_on:
            yield Fault(name, "This day lies before the year began.")
