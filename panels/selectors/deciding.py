"""What is known as a case is decided: the room at that moment, what is to come, and where somebody can come again."""

from datetime import date, datetime
from typing import Any

from academy.identity.actor import Actor
from panels.choices.cases import CaseKind, CaseState
from panels.choices.judging import TO_DO, AssignmentKind
from panels.choices.outcomes import AppealOutcome, DecisionBasis
from panels.choices.panels import ItemState
from panels.models import AgendaItem, Case, Decision
from panels.rules.deciding import Deciding
from panels.rules.gates import changes_grade
from panels.selectors.policies import rules_of
from panels.selectors.rooms import room_now
from panels.selectors.steps import mechanisms_of
from pathways.selectors.sittings import sittings_for


def deciding_of(item: AgendaItem, *, by: Actor, at: datetime) -> Deciding:
    """What a decision on this item would rest on at that moment. Its case with its policy and journey, and its meeting
    are read beside it. Nine queries at most."""
    case: Case = item.case
    waits = case.assignments.filter(state__in=TO_DO).order_by().values_list("kind", flat=True)
    to_come = list(waits)
    return Deciding(
        on=by.on,
        rules=rules_of(case.policy),
        kind=CaseKind(case.kind),
        state=CaseState(case.state),
        room=room_now(case, item.meeting, on=by.on, at=at),
        by_id=by.person_id or 0,
        is_on_table=item.state == ItemState.ON_TABLE and not item.is_off,
        reviews_to_come=to_come.count(AssignmentKind.REVIEW),
        looks_to_come=to_come.count(AssignmentKind.LOOK),
        has_next_sitting=bool(next_sittings(case, actor=by, on=by.on)),
        changes_grade=case.kind == CaseKind.PROGRESSION and changes_grade(mechanisms_of(case)),
    )


def next_sittings(case: Case, *, actor: Actor, on: date) -> list[Any]:
    """The other sittings after the day at which she can come again, the next first. One query."""
    if case.sitting is None:
        return []
    here = (case.organisation_id, case.sitting.purpose)
    coming = [each for each in sittings_for(actor).to_come if each.on > on and each.pk != case.sitting_id]
    return [each for each in coming if (each.organisation_id, each.purpose) == here]


def latest_decision(case: Case) -> Decision | None:
    """What holds of what was decided; None before. One query."""
    found: Decision | None = case.decisions.order_by("-number").first()
    return found


def basis_of(latest: Decision | None) -> DecisionBasis:
    """How the decision after this one comes about: on an appeal that was upheld, or because it was opened once more.
    One query where there is one."""
    if latest is None:
        return DecisionBasis.MEETING
    appeal = getattr(latest, "appeal", None)
    upheld = appeal is not None and appeal.outcome == AppealOutcome.UPHELD
    return DecisionBasis.APPEAL if upheld else DecisionBasis.REOPENED


def owners_of(case: Case, *, called: str) -> list[tuple[str, int, str]]:
    """Who can see to a target beside somebody named in words: the candidate, and who endorsed her; without names where
    the panel does not know whose case it is, because the plan is read there. The people are read beside the case."""
    is_named = called == case.person.full_name
    found = [("candidate", case.person_id, called if is_named else "The candidate")]
    if case.manager is not None:
        found.append(("manager", case.manager.pk, case.manager.full_name if is_named else "Her line manager"))
    return found
