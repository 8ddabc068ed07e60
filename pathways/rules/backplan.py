"""A plan back from a sitting: by which day each thing is to be there, so that the last week is no rush. Pure.

Counted back from the sitting: what is handed in by its last day, the manager's endorsement before that, evidence
complete a week earlier so that she can read it, a first full draft four weeks before, and before the draft what is
still to be put together, one after the other, each with the weeks the policy gives it. Weeks of one's own work are
longer for who works part-time. No date falls on a day on which whoever is to act is not there, and none lies behind
today: a plan that would need one is tight, and says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from academy.engines.requirements.dates import in_words
from pathways.choices import MilestoneKind
from pathways.rules.soonest import Closing, how_long
from pathways.rules.working_days import Diary, at_the_latest, at_the_soonest

WEEKS_TO_READ = 1
WEEKS_TO_FINISH = 4
DAYS_A_WEEK = 7


@dataclass(frozen=True, kw_only=True)
class Need:
    """One thing to be put together: its code and words, how many weeks of full time it takes, and the day on which it
    is expected where something says so. `runs_out_on` is the last day of what is there and is to be renewed."""

    code: str
    what: str
    weeks: int = 2
    expected_on: date | None = None
    runs_out_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Terms:
    """By what a plan is counted: today, the share of full time, and when she and her manager are away."""

    today: date
    fte: Decimal = Decimal(1)
    hers: Diary = field(default_factory=Diary)
    managers: Diary = field(default_factory=Diary)

    def stretched(self, weeks: int) -> timedelta:
        """So many weeks of full time, in days of hers: 4 weeks are 5 for who works 0.8."""
        days = Decimal(weeks * DAYS_A_WEEK) / (self.fte or Decimal(1))
        return timedelta(days=int(days.to_integral_value(ROUND_CEILING)))


@dataclass(frozen=True, kw_only=True)
class PlannedDay:
    """A date of the plan. `is_tight` where it should have been earlier, with the sentence that says so."""

    kind: MilestoneKind
    code: str
    what: str
    on: date
    says: str = ""

    @property
    def is_tight(self) -> bool:
        return bool(self.says)


@dataclass(frozen=True)
class Plan:
    """All the dates back from a sitting, the earliest first."""

    sitting: Closing
    days: tuple[PlannedDay, ...]

    @property
    def is_tight(self) -> bool:
        return any(day.is_tight for day in self.days)


def plan_back(needs: Iterable[Need], sitting: Closing, *, terms: Terms) -> Plan:
    """The dates that lead to the sitting; everything up to the day of handing in is to be done by its date."""
    both = (terms.hers, terms.managers)
    submission = at_the_latest(sitting.submit_by, [terms.hers])
    endorsement = at_the_latest(min(sitting.endorse_by, submission), [terms.managers])
    freeze = at_the_latest(endorsement - timedelta(weeks=WEEKS_TO_READ), [terms.hers])
    draft = at_the_latest(freeze - terms.stretched(WEEKS_TO_FINISH), both)
    steps = (
        _day(MilestoneKind.DRAFT, "First full draft to your manager", draft),
        _day(MilestoneKind.FREEZE, "Evidence complete", freeze),
        _day(MilestoneKind.ENDORSEMENT, "Your manager’s endorsement", endorsement),
        _day(MilestoneKind.SUBMISSION, "Hand it in", submission),
    )
    evidence = _evidence(list(needs), draft=draft, freeze=freeze, terms=terms)
    panel = _day(MilestoneKind.SITTING, "Panel", sitting.on)
    days = [_not_behind(day, terms) for day in (*evidence, *steps)]
    return Plan(sitting, tuple(sorted((*days, panel), key=lambda day: day.on)))


def _day(kind: MilestoneKind, what: str, on: date) -> PlannedDay:
    return PlannedDay(kind=kind, code=kind.value, what=what, on=on)


def _evidence(needs: Sequence[Need], *, draft: date, freeze: date, terms: Terms) -> list[PlannedDay]:
    """What is to be put together one after the other up to the draft; what comes by itself, on its day; and what runs
    out before evidence is complete, by its last day."""
    found = [_renewed(need, terms) for need in needs if need.runs_out_on is not None]
    found += [_awaited(need, freeze) for need in needs if need.runs_out_on is None and need.expected_on is not None]
    due = draft
    for need in reversed([need for need in needs if need.runs_out_on is None and need.expected_on is None]):
        on = at_the_latest(due, [terms.hers])
        found.insert(0, _of(need, on))
        due = on - terms.stretched(need.weeks)
    return found


def _renewed(need: Need, terms: Terms) -> PlannedDay:
    day = at_the_latest(need.runs_out_on or terms.today, [terms.hers])
    return _of(replace(need, what=f"{need.what}: keep it up"), day)


def _awaited(need: Need, freeze: date) -> PlannedDay:
    on = need.expected_on or freeze
    if on <= freeze:
        return _of(need, on)
    late = how_long((on - freeze).days)
    return replace(_of(need, on), says=f"It comes {late} after evidence is to be complete.")


def _of(need: Need, on: date) -> PlannedDay:
    return PlannedDay(kind=MilestoneKind.EVIDENCE, code=f"evidence-{need.code}", what=need.what, on=on)


def _not_behind(day: PlannedDay, terms: Terms) -> PlannedDay:
    """The day as it is, or where it lies behind today the first one that is left, said to be tight."""
    if day.on >= terms.today:
        return day
    who = [terms.managers] if day.kind is MilestoneKind.ENDORSEMENT else [terms.hers]
    return replace(
        day,
        on=at_the_soonest(terms.today, who),
        says=f"It should have been there by {in_words(day.on)}.",
    )
