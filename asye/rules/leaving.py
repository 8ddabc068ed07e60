"""Starting later, ending early, and going to another employer: what may be and what must be said (D1-04, D1-75). Pure.

These are states and never outcomes (D1-60).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from academy.people.rules.spans import in_words
from asye.choices.enrolments import MOST_REASON
from asye.rules.faults import Fault, too_long
from asye.rules.policy import AsyeRules


@dataclass(frozen=True, kw_only=True)
class LaterStart:
    """The new first day and why; `knowledge_current` where more years than usual lie between qualifying and that."""

    starts_on: date
    because: str
    knowledge_current: str = ""


@dataclass(frozen=True, kw_only=True)
class Release:
    """Where the record goes, the last day with this employer, and what the next one should know."""

    to_organisation_id: int
    last_day: date
    note: str = ""


def start_faults(later: LaterStart, *, rules: AsyeRules, qualified_on: date, planned_on: date) -> tuple[Fault, ...]:
    """What keeps a year from starting on that later day (D1-04, D1-75)."""
    return (
        *reason_faults("because", later.because),
        *_day_faults(later, rules, qualified_on=qualified_on, planned_on=planned_on),
    )


def needs_knowledge(rules: AsyeRules, *, qualified_on: date, starts_on: date) -> bool:
    """Do more years than usual lie between qualifying and the first day, so that somebody says what kept her knowledge
    current?"""
    return starts_on > qualified_on + relativedelta(years=rules.normal_years)


def release_faults(release: Release, *, from_organisation_id: int, starts_on: date, on: date) -> tuple[Fault, ...]:
    """What keeps a record from being released. Her last day may lie ahead; the next employer takes it up afterwards."""
    found = []
    if release.to_organisation_id == from_organisation_id:
        found.append(Fault("to", "Choose another employer. She is with this one."))
    if release.last_day < starts_on:
        found.append(Fault("last_day", f"The year began on {in_words(starts_on)}. Her last day is not before that."))
    elif release.last_day > on + relativedelta(months=3):
        found.append(Fault("last_day", "Release it at most three months ahead."))
    if len(release.note) > MOST_REASON:
        found.append(too_long("note", MOST_REASON))
    return tuple(found)


def reason_faults(name: str, reason: str) -> tuple[Fault, ...]:
    """A reason is said, in not too many words."""
    if not reason.strip():
        return (Fault(name, "Say why. It is kept with the record; she reads it."),)
    return (too_long(name, MOST_REASON),) if len(reason) > MOST_REASON else ()


def _day_faults(later: LaterStart, rules: AsyeRules, *, qualified_on: date, planned_on: date) -> Iterable[Fault]:
    if later.starts_on <= planned_on:
        yield Fault("starts_on", f"It starts on {in_words(planned_on)} as it is. Choose a later day.")
    said = later.knowledge_current.strip()
    if needs_knowledge(rules, qualified_on=qualified_on, starts_on=later.starts_on) and not said:
        years = rules.normal_years
        yield Fault(
            "knowledge_current",
            f"That is more than {years} years after she qualified. Say what keeps her knowledge current.",
        )
    elif len(said) > MOST_REASON:
        yield too_long("knowledge_current", MOST_REASON)
