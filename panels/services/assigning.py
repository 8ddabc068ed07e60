"""A case is given to somebody to review alone: asked, taken on or declined, given to somebody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.decisions import Decision
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.services.judging import lock_person, require
from panels.choices.cases import CaseState
from panels.choices.judging import AssignmentKind, AssignmentState
from panels.models import Assignment, Case
from panels.notices.assigning import ASKED, DECLINED, TAKEN_OFF
from panels.rules import ties
from panels.rules.asking import Asking, can_ask
from panels.rules.assigning import Replacing, can_decline, can_replace
from panels.rules.days import answer_by, review_by
from panels.rules.reasons import is_reasoned
from panels.selectors.benches import chairs_of, judged, ties_kept
from panels.selectors.fresh import used_before
from panels.selectors.policies import rules_of
from panels.selectors.reviewers import bench_of
from panels.services.closing import close_where_all_are_in
from panels.services.locking import NOT_YOURS, locked
from panels.services.telling import tell
from panels.services.ties import note_all, note_from_record
from panels.workflow import ASSIGNMENT, CASE

ASSIGN = "panels.case.assign"
HANDED_IN = "Her review is handed in. Have it opened again, or leave it as it is."


@dataclass(frozen=True)
class Shared:
    """What came of asking many: what was given, and who could not be asked for which case, and why."""

    given: tuple[Assignment, ...]
    refused: tuple[tuple[int, int, str], ...]


def assign(*, case: Case, person: Person, by: Actor, at: datetime) -> Assignment:
    """Ask somebody to review a case, after its ties were read from the record once more; what was read is kept even
    where she is refused. The rest is `ask`."""
    if not allows(ASSIGN, by, case):
        raise Refused(NOT_YOURS)
    note_from_record(case=case, by=by, at=at)
    return ask(case=case, person=person, by=by, at=at)


def share_out(*, pairs: Iterable[tuple[Case, Person]], by: Actor, at: datetime) -> Shared:
    """Ask somebody for each of these pairs, in their order. Whoever may not be asked any more, or not by the actor, is
    left out and told with why; the others are asked all the same."""
    wanted = list(pairs)
    note_all({case.pk: case for case, _ in wanted}.values(), by=by, at=at)
    given, left_out = [], []
    for case, person in wanted:
        try:
            given.append(ask(case=case, person=person, by=by, at=at))
        except Refused as refused:
            left_out.append((case.pk, person.pk, refused.reason))
    return Shared(tuple(given), tuple(left_out))


@command("panels.assignment.ask")
def ask(*, case: Case, person: Person, by: Actor, at: datetime) -> Assignment:
    """Ask somebody to review a case: she is told, with the days to answer and to hand in that the policy gives. The
    first one begins the review.

    Refuses whoever neither chairs, clerks nor leads, a case that is not being reviewed, her own, one without a seat
    that judges on the day, one who has it, is tied, has a tie to be decided, or has as many as the policy lets her.
    """
    held = locked(case, ASSIGN, by=by)
    lock_person(person.pk)
    require(_judge(held, person.pk, on=by.on))
    rules, sits_on = rules_of(held.policy), held.sitting.on if held.sitting else None
    made = Assignment.objects.create(
        case=held,
        person=person,
        kind=AssignmentKind.REVIEW,
        answer_by=answer_by(rules, asked_on=by.on, sits_on=sits_on).on,
        due_on=review_by(rules, asked_on=by.on, sits_on=sits_on).on,
        asked_by_id=by.person_id,
        asked_at=at,
    )
    record(made, moved=("", made.state), about=held.person_id, organisation=held.organisation_id)
    if held.state != CaseState.IN_REVIEW:
        begin_review(case=held, by=by, at=at)
    page, answer, due = reverse("panels:answer", args=[made.pk]), in_words(made.answer_by), in_words(made.due_on)
    tell(ASKED, held, to=[person], by=by, at=at, url=page, answer_by=answer, due=due)
    return made


@command("panels.case.begin_review")
def begin_review(*, case: Case, by: Actor, at: datetime) -> Case:
    """The case is being reviewed, for the first time or once more. Refuses whoever does not give it to reviewers."""
    return apply(CASE, "give_to_review", case, by=by, at=at)


@command("panels.assignment.take_on")
def take_on(*, assignment: Assignment, by: Actor, at: datetime) -> Assignment:
    """Whoever was asked takes the case on. Refuses everybody else, and one that is over or taken on."""
    return apply(ASSIGNMENT, "take_on", assignment, by=by, at=at)


@command("panels.assignment.decline")
def decline(*, assignment: Assignment, reason: str, by: Actor, at: datetime) -> Assignment:
    """Whoever was asked gives the case back, also after she took it on; who chairs is told to find somebody else.

    Refuses everybody else, no reason, and a review that is handed in.
    """
    state, is_hers = AssignmentState(assignment.state), assignment.person_id == by.person_id
    require(can_decline(state=state, is_hers=is_hers, reason=reason))
    said = reason.strip()
    declined = apply(ASSIGNMENT, "decline", assignment, by=by, at=at, note=said, values={"reason": said})
    case = declined.case
    url = reverse("panels:assign", args=[case.pk])
    tell(DECLINED, case, to=chairs_of(case, on=by.on), by=by, at=at, url=url, who=declined.person.full_name)
    close_where_all_are_in(case, by=by, at=at)
    return declined


@command("panels.assignment.take_off")
def take_off(*, assignment: Assignment, reason: str, by: Actor, at: datetime) -> Assignment:
    """Take a case off somebody before she has handed in; she is told. Where everybody left has handed in, and they are
    enough, the reviews are in.

    Refuses whoever neither chairs, clerks nor leads, no reason, and a review that is handed in or over.
    """
    taken = _taken_off(assignment, reason, by=by, at=at)
    close_where_all_are_in(taken.case, by=by, at=at)
    return taken


@command("panels.assignment.replace")
def replace(*, assignment: Assignment, to: Person, reason: str, by: Actor, at: datetime) -> Assignment:
    """Give a case from one reviewer to another before she has handed in; both are told. Gives the new assignment.

    Refuses what `take_off` and `ask` refuse; then nothing changes.
    """
    case = locked(assignment.case, ASSIGN, by=by)
    given = case.assignments.reviews().standing().values_list("person_id", flat=True)
    replacing = Replacing(
        state=AssignmentState(assignment.state),
        to_id=to.pk,
        reviewers=list(given),
        may_judge=_judge(case, to.pk, on=by.on),
        reason=reason,
    )
    require(can_replace(replacing))
    _taken_off(assignment, reason, by=by, at=at)
    return ask(case=case, person=to, by=by, at=at)


def _taken_off(assignment: Assignment, reason: str, *, by: Actor, at: datetime) -> Assignment:
    case = locked(assignment.case, ASSIGN, by=by)
    if assignment.state == AssignmentState.DONE:
        raise Refused(HANDED_IN)
    require(is_reasoned(reason, asks="Say why it is taken off her. It is kept with the case."))
    said = reason.strip()
    # While it is hers still: once it is off her she may not see the case any more.
    tell(TAKEN_OFF, case, to=[assignment.person], by=by, at=at, url=reverse("panels:home"))
    return apply(ASSIGNMENT, "take_off", assignment, by=by, at=at, note=said, values={"reason": said})


def _judge(case: Case, person_id: int, *, on: date) -> Decision:
    """May she be asked? The case is locked and read with its policy."""
    rules = rules_of(case.policy)
    bench = bench_of(case.panel_id, sitting_id=case.sitting_id, rules=rules, on=on, among=[person_id])
    hers = [judged(tie) for tie in ties_kept([case])[case.pk] if tie.person_id == person_id]
    asking = Asking(
        state=CaseState(case.state),
        person_id=person_id,
        candidate_id=case.person_id,
        reviewer=bench.reviewers.get(person_id),
        already=list(case.assignments.reviews().standing().values_list("person_id", flat=True)),
        may_judge=ties.may_judge(hers),
        is_appointment=case.is_appointment,
        was_used=person_id in used_before(case),
    )
    return can_ask(asking)
