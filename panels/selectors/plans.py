"""The plan of a "not yet" and the target of a condition: how it stands, and when the panel meets again (S2-21)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.outcomes import LetterState, Outcome
from panels.models import Case, Decision, Progress
from panels.models.decision import Target
from panels.rules.plans import PlanStanding, PlanTarget, standing_of
from pathways.selectors.sittings import first_after

PLANNED = (Outcome.NOT_YET, Outcome.CONDITION)


@dataclass(frozen=True)
class TargetRow:
    """A target, how it stands on the day, whether who looks may note it as done, and how far it was noted to be."""

    target: Target
    is_late: bool
    may_note: bool
    progress: tuple[Progress, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The targets of the decision that holds, with how the whole stands; `sitting` is when to come again."""

    decision: Decision
    rows: tuple[TargetRow, ...]
    standing: PlanStanding
    sitting: Any

    @property
    def is_condition(self) -> bool:
        return bool(self.decision.standing == Outcome.CONDITION)


def plan_of(decision: Decision, *, on: date, may_note: bool = False) -> Plan | None:
    """The plan of a decision; None where nothing is planned in it. Three queries at most."""
    if decision.standing not in PLANNED:
        return None
    targets = list(decision.targets.select_related("owner").order_by("due_on", "position"))
    if not targets:
        return None
    sitting = next_sitting_of(decision)
    standing = standing_of(map(as_planned, targets), on=on, next_sitting_on=sitting.on if sitting else None)
    noted = progress_of(targets)
    rows = (
        TargetRow(each, as_planned(each).is_late(on), may_note and each.done_on is None, noted[each.pk])
        for each in targets
    )
    return Plan(decision, tuple(rows), standing, sitting)


def progress_of(targets: Collection[Target]) -> dict[int, tuple[Progress, ...]]:
    """For each target what was noted of how far it is, by day. One query for all."""
    found: dict[int, tuple[Progress, ...]] = {each.pk: () for each in targets}
    for row in Progress.objects.filter(target__in=found).select_related("noted_by").order_by("on", "pk"):
        found[row.target_id] += (row,)
    return found


def asked_last_time(case: Case, actor: Actor) -> tuple[tuple[Target, tuple[Progress, ...]], ...]:
    """What was asked for when the case was decided last, with how far each was noted to be, to whoever sees that plan.
    Two queries at most."""
    if case.earlier_id is None:
        return ()
    rows = Target.objects.visible_to(actor).filter(decision__case_id=case.earlier_id)
    found = list(rows.order_by("-decision__number", "position", "pk").select_related("decision"))
    latest = [each for each in found if each.decision_id == found[0].decision_id]
    noted = progress_of(latest) if latest else {}
    return tuple((each, noted[each.pk]) for each in latest)


def as_planned(target: Target) -> PlanTarget:
    """A target as the rules read it."""
    return PlanTarget(words=target.words, owner=target.owner_words, due_on=target.due_on, done_on=target.done_on)


def next_sitting_of(decision: Decision) -> Any:
    """When somebody with a "not yet" or a deferral can come again: at the sitting the decision names, else the first
    of the organisation after its own for the same purpose that is not cancelled; None otherwise. One query at most."""
    if decision.standing not in (Outcome.NOT_YET, Outcome.DEFERRED) or decision.case.is_moderation:
        return None
    if decision.next_sitting is not None and not decision.next_sitting.is_cancelled:
        return decision.next_sitting
    case = decision.case
    if case.sitting is None:
        return None
    day = max(decision.decided_on, case.sitting.on)
    return first_after(day, organisation_id=case.organisation_id, purpose=case.sitting.purpose)


def targets_to_help_with(actor: Actor) -> list[Target]:
    """Open targets of plans that were told and hold, which the actor sees to for somebody else. One query."""
    hers = Target.objects.open().filter(owner_id=actor.person_id, decision__letter__state=LetterState.SENT)
    holding = hers.filter(decision__in=Decision.objects.holding().order_by().values("pk"))
    told = holding.filter(decision__case__state=CaseState.RELEASED).exclude(decision__case__person_id=actor.person_id)
    return list(told.select_related("decision__case__person").order_by("due_on", "pk"))
