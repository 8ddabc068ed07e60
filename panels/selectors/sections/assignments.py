"""Who judges a case: for whoever runs it with all that is to do, for a reviewer her own part."""

from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.judging import STANDING, TO_DO, AssignmentKind, AssignmentState
from panels.models import Assignment, Case
from panels.rules.asking import GIVEN_IN
from panels.rules.visibility import Sight
from panels.selectors.policies import rules_of
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees


@dataclass(frozen=True)
class Line:
    """An assignment as whoever looks sees it: is it her own, is it late, and what can she do with it."""

    assignment: Assignment
    is_own: bool
    late: str
    may_answer: bool
    is_taken_on: bool
    may_take_off: bool


@dataclass(frozen=True)
class Assignments:
    """`lacks` is how many reviewers are still wanted; `may_close` says that nobody is left to hand in, but fewer have
    reviewed than the policy asks."""

    lines: tuple[Line, ...]
    runs: bool
    lacks: int
    may_assign: bool
    may_close: bool


def assignments_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """The section of a case; None for whoever neither runs it nor was asked to judge it. One query."""
    runs = Sight.ASSIGNMENTS in sees and not case.is_appointment
    rows = list(Assignment.objects.visible_to(actor).filter(case=case).select_related("person"))
    lines = tuple(_line(row, actor=actor, runs=runs, on=on) for row in rows if runs or row.state in STANDING)
    if not lines and not (runs and case.state in GIVEN_IN):
        return None
    standing = [row.state for row in rows if row.kind == AssignmentKind.REVIEW and row.state in STANDING]
    lacks = max(rules_of(case.policy).reviewers - len(standing), 0) if case.state in GIVEN_IN else 0
    all_in = bool(standing) and set(standing) == {AssignmentState.DONE.value}
    part = Assignments(
        lines=lines,
        runs=runs,
        lacks=lacks,
        may_assign=runs and case.state in GIVEN_IN,
        may_close=runs and case.state == CaseState.IN_REVIEW and all_in,
    )
    return Section("panels/case/_assignments.html", vars(part), order=40)


def _line(row: Assignment, *, actor: Actor, runs: bool, on: date) -> Line:
    is_own, to_do = row.person_id == actor.person_id, row.state in TO_DO
    return Line(
        assignment=row,
        is_own=is_own,
        late=_late(row, on=on),
        may_answer=is_own and to_do,
        is_taken_on=row.state == AssignmentState.ACCEPTED,
        may_take_off=runs and to_do,
    )


def _late(row: Assignment, *, on: date) -> str:
    """What of it is over time: the answer, or the review."""
    if row.state == AssignmentState.ASKED and row.answer_by < on:
        return "No answer in time"
    return "Late" if row.state in TO_DO and row.due_on < on else ""
