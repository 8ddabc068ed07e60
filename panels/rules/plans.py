"""The plan of a "not yet": how far its targets are, who may note one as done, and what is judged again (S2-21). Pure.

What changed between two portfolios is compared where portfolios are kept; here is only which criteria are judged again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from academy.people.rules.spans import in_words
from academy.ui.wording import in_a_row
from panels.choices.judging import Standing
from panels.rules.parts_of_policy import CriteriaSet, Criterion


@dataclass(frozen=True, kw_only=True)
class PlanTarget:
    """A target of a plan: what is to be shown, who sees to it, until when (inclusive), and on which day it was done."""

    words: str
    owner: str
    due_on: date
    done_on: date | None = None

    @property
    def is_done(self) -> bool:
        return self.done_on is not None

    def is_late(self, on: date) -> bool:
        """Is its last day over without it being done?"""
        return not self.is_done and on > self.due_on


@dataclass(frozen=True)
class PlanStanding:
    """How a plan stands on a day: how many targets are done of how many, which are late, which is next in time, and
    when somebody can come to the panel again (None: no sitting is known)."""

    done: int
    of: int
    late: tuple[PlanTarget, ...]
    coming: PlanTarget | None
    next_sitting_on: date | None

    @property
    def is_done(self) -> bool:
        return self.done == self.of

    @property
    def says(self) -> str:
        """In sentences, as the candidate and her manager read it."""
        targets = "1 target" if self.of == 1 else f"{self.of} targets"
        said = [f"{self.done} of {targets} done."]
        if self.late:
            said.append(f"Late: {in_a_row(each.words.rstrip('.') for each in self.late)}.")
        if self.coming:
            said.append(f"Next: {self.coming.words.rstrip('.')}, by {in_words(self.coming.due_on)}.")
        if self.next_sitting_on:
            said.append(f"The panel meets again on {in_words(self.next_sitting_on)}.")
        return " ".join(said)


def standing_of(targets: Iterable[PlanTarget], *, on: date, next_sitting_on: date | None = None) -> PlanStanding:
    """How the plan stands on the day. A sitting that is over is told no more."""
    every = sorted(targets, key=lambda target: target.due_on)
    late = tuple(target for target in every if target.is_late(on))
    coming = next((target for target in every if not target.is_done and not target.is_late(on)), None)
    still = next_sitting_on if next_sitting_on and next_sitting_on >= on else None
    return PlanStanding(sum(target.is_done for target in every), len(every), late, coming, still)


def can_note_done(target: PlanTarget, *, is_hers: bool, done_on: date, decided_on: date, on: date) -> Decision:
    """May a target be noted as done on that day? By the candidate, her manager or its owner (`is_hers`), once, for a
    day from the decision to today."""
    if not is_hers:
        return refused("This target is for somebody else to note. Ask the candidate or her line manager.")
    return _can_note(target, day=done_on, decided_on=decided_on, on=on, field="done_on")


def can_note_progress(target: PlanTarget, *, noted_on: date, decided_on: date, on: date) -> Decision:
    """May it be noted how far a target is on that day? Until it is done, for a day from the decision to today."""
    return _can_note(target, day=noted_on, decided_on=decided_on, on=on, field="on")


def judged_again(
    criteria: CriteriaSet, last: Mapping[str, Sequence[Standing]], *, only_changed: bool, do_reviews_hold: bool = True
) -> tuple[Criterion, ...]:
    """The criteria reviewers judge when somebody comes again, in their order: those that any reviewer saw as less than
    met last time, and those nobody judged then, because the policy has changed (D5-07).

    All of them where the policy wants the whole judged anew, where whoever looked again found that the reviews do not
    hold, or where every criterion was met and the whole was not. `last` is what reviewers saw, by the criterion's code.
    """
    if not only_changed or not do_reviews_hold:
        return criteria.criteria
    open_still = tuple(each for each in criteria.criteria if not _is_met(last.get(each.code, ())))
    return open_still or criteria.criteria


def kept_as_met(criteria: CriteriaSet, again: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The criteria that were met last time and are not judged again: reviewers read that they were, and no more."""
    codes = {each.code for each in again}
    return tuple(each for each in criteria.criteria if each.code not in codes)


def _can_note(target: PlanTarget, *, day: date, decided_on: date, on: date, field: str) -> Decision:
    if target.done_on:
        return refused(f"This was noted as done on {in_words(target.done_on)} already.")
    return ALLOWED if decided_on <= day <= on else refused(f"Give a day from {in_words(decided_on)} to today.", field)


def _is_met(seen: Sequence[Standing]) -> bool:
    return bool(seen) and all(each == Standing.MET for each in seen)
