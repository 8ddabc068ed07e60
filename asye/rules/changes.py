"""A pause, an extension or other hours: what may be proposed, and what it does to the dates (D1-70 to D1-74). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from academy.people.rules.spans import Span, first_overlapping, in_words
from asye.choices.enrolments import MOST_REASON, Role
from asye.choices.year import ChangeKind, PauseReason
from asye.rules.clock import Hours, Running, Stop
from asye.rules.faults import Fault, too_long
from asye.rules.policy import AsyeRules
from asye.rules.reasons import fte_words
from asye.rules.spells import FULL_DAY
from asye.rules.timetable import Timetable

# What people enter and no pause may rest on (D1-71, S4-21).
CAPABILITY = "capability"
NEVER_CAPABILITY = (
    "Capability is never a reason for a pause. Note the concern with its plan of support on the record of the year; "
    "capability itself is a procedure of its own, which human resources keep."
)
MOST_WEEKS = 52


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What somebody proposes. A pause has a reason, a first and a last day; hours a first day and a share of full time;
    an extension full-time weeks and words."""

    kind: ChangeKind
    reason: str = ""
    words: str = ""
    from_on: date | None = None
    until_on: date | None = None
    fte: Decimal | None = None
    weeks: Decimal | None = None


@dataclass(frozen=True)
class Beside:
    """A date as it stood and as it would be; without the one or the other it is new, or falls away."""

    title: str
    before: date | None
    after: date | None
    because: str = ""

    @property
    def is_moved(self) -> bool:
        return self.before != self.after


def fault_in(proposal: Proposal, *, running: Running, rules: AsyeRules, pauses: Iterable[Span]) -> Fault | None:
    """The first thing that stands in the way of a proposal; `pauses` are those all agreed to."""
    if len(proposal.words) > MOST_REASON:
        return too_long("words", MOST_REASON)
    if proposal.kind is ChangeKind.PAUSE:
        return _fault_of_pause(proposal, running, rules, pauses=pauses)
    return _fault_of_hours(proposal, running) if proposal.kind is ChangeKind.HOURS else _fault_of_extension(proposal)


def with_change(running: Running, proposal: Proposal) -> Running:
    """How the year would run with it."""
    if proposal.kind is ChangeKind.EXTENSION:
        return replace(running, extra_weeks=running.extra_weeks + (proposal.weeks or Decimal(0)))
    if proposal.kind is ChangeKind.HOURS and proposal.from_on is not None and proposal.fte is not None:
        return replace(running, hours=(*running.hours, Hours(proposal.from_on, proposal.fte)))
    if proposal.from_on is not None and proposal.until_on is not None:
        return replace(running, stops=(*running.stops, Stop(proposal.from_on, proposal.until_on)))
    return running


def beside(before: Timetable, after: Timetable) -> tuple[Beside, ...]:
    """Old and new dates beside each other, in the order in which they will come."""
    old = {day.code: day for day in before.days}
    there = {day.code for day in after.days}
    found = [
        Beside(day.called, old[day.code].on if day.code in old else None, day.on, day.because) for day in after.days
    ]
    return (*found, *(Beside(day.called, day.on, None) for day in before.days if day.code not in there))


def kept(before: Timetable, after: Timetable) -> dict[str, Any]:
    """Both timetables as they are kept with the change once all agreed."""
    return {
        "end": [before.end_on.isoformat(), after.end_on.isoformat()],
        "ceiling": after.ceiling_on.isoformat(),
        "dates": [
            [
                each.title,
                each.before.isoformat() if each.before else None,
                each.after.isoformat() if each.after else None,
                each.because,
            ]
            for each in beside(before, after)
        ],
    }


def as_kept(stored: dict[str, Any]) -> tuple[Beside, ...]:
    """What `kept` keeps, to be shown."""
    return tuple(
        Beside(title, _day(before), _day(after), because) for title, before, after, because in stored.get("dates", ())
    )


def warnings_of(proposal: Proposal, rules: AsyeRules, after: Timetable) -> tuple[str, ...]:
    """What those who agree should know first: an end past the ceiling, and hours below the policy's share."""
    said = []
    if after.is_over_ceiling:
        said.append(
            f"The year would end on {in_words(after.end_on)}, after its ceiling on {in_words(after.ceiling_on)}. "
            "It can be agreed when the co-ordinator says how it goes on."
        )
    if proposal.fte is not None and proposal.fte < rules.warn_below_fte:
        least = fte_words(int(rules.warn_below_fte * FULL_DAY))
        said.append(f"Below {least} FTE a whole year does not fit in before the ceiling.")
    return tuple(said)


def speaks_past_ceiling(rules: AsyeRules) -> Role:
    """Whose words an end past the ceiling needs: the co-ordinator's; the last one's where she is not asked."""
    return Role.COORDINATOR if Role.COORDINATOR in rules.consents else rules.consents[-1]


def _fault_of_pause(proposal: Proposal, running: Running, rules: AsyeRules, *, pauses: Iterable[Span]) -> Fault | None:
    if proposal.reason == CAPABILITY:
        return Fault("reason", NEVER_CAPABILITY)
    if proposal.reason not in rules.pause_reasons:
        listed = ", ".join(PauseReason(each).label for each in rules.pause_reasons)
        return Fault("reason", f"Choose one of the reasons of the policy: {listed}.")
    if proposal.from_on is None:
        return Fault("from_on", "Enter the first day of the pause.")
    if proposal.until_on is None or proposal.until_on < proposal.from_on:
        return Fault("until_on", "Enter the last day of the pause, the first day or a later one.")
    days = Span(proposal.from_on, proposal.until_on)
    return _before_the_year(proposal.from_on, running) or _overlap(days, pauses)


def _overlap(days: Span, pauses: Iterable[Span]) -> Fault | None:
    other = first_overlapping(days, pauses)
    if other is None:
        return None
    until = f" to {in_words(other.until_on)}" if other.until_on else ""
    return Fault("from_on", f"There is a pause from {in_words(other.from_on)}{until} already. Choose other days.")


def _fault_of_hours(proposal: Proposal, running: Running) -> Fault | None:
    if proposal.from_on is None:
        return Fault("from_on", "Enter the first day with other hours.")
    if proposal.fte is None or not 0 < proposal.fte <= 1:
        return Fault("fte", "Enter the share of full time above 0 and up to 1, as 0.6.")
    begun = sorted((each for each in running.hours if each.from_on <= proposal.from_on), key=lambda each: each.from_on)
    if begun and begun[-1].fte == proposal.fte:
        return Fault("fte", "Those are her hours on that day already.")
    return _before_the_year(proposal.from_on, running)


def _fault_of_extension(proposal: Proposal) -> Fault | None:
    weeks = proposal.weeks
    if weeks is None or not 0 < weeks <= MOST_WEEKS or weeks != round(weeks, 1):
        return Fault("weeks", f"Enter full-time weeks up to {MOST_WEEKS}, with one decimal at most, as 4.5.")
    if not proposal.words.strip():
        return Fault("words", "Say what the time is for, and with what plan.")
    return None


def _before_the_year(day: date, running: Running) -> Fault | None:
    if day >= running.starts_on:
        return None
    return Fault("from_on", f"The year begins on {in_words(running.starts_on)}. Choose that day or a later one.")


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
