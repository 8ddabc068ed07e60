"""A review that was handed in is opened again by who chairs, before the panel has decided."""

from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.people.services.judging import require
from panels.choices.cases import CaseState
from panels.choices.judging import AssignmentKind, AssignmentState
from panels.choices.panels import ItemState
from panels.models import Assignment, Case
from panels.notices.judging import OPENED_AGAIN
from panels.rules.days import review_by
from panels.rules.reviewing import OpeningAgain, can_open_again
from panels.selectors.policies import rules_of
from panels.services.locking import locked
from panels.services.telling import tell
from panels.workflow import ASSIGNMENT, CASE

OPEN_AGAIN = "panels.review.open_again"
BEING_LOOKED_AT = "Somebody is looking at the reviews once more. Wait for her, or take it off her first."
ON_THE_TABLE = "The panel is speaking about this case. Finish with it or put it back on the agenda first."
NO_REVIEW = "Only reviews are opened again. Ask somebody to look once more instead."


@command("panels.assignment.open_again")
def open_again(*, assignment: Assignment, reason: str, by: Actor, at: datetime) -> Assignment:
    """Open a review that was handed in. It is to be handed in once more, with the policy's days; what was handed in
    stays to be read, and its writer is told. The case is being reviewed again, and is off the agenda until then.

    Refuses everybody but who chairs, no reason, what is not handed in, a case that is decided, is on the table, or is
    being looked at once more.
    """
    case = locked(assignment.case, OPEN_AGAIN, by=by)
    current = Assignment.objects.get(pk=assignment.pk)
    opening = OpeningAgain(
        is_chair=True, assignment=AssignmentState(current.state), case=CaseState(case.state), reason=reason
    )
    require(can_open_again(opening))
    _require_free(case, current)
    said = reason.strip()
    due_on = review_by(rules_of(case.policy), asked_on=by.on, sits_on=case.sitting.on if case.sitting else None).on
    values = {"opened_again_because": said, "due_on": due_on}
    opened = apply(ASSIGNMENT, "open_again", current, by=by, at=at, note=said, values=values)
    if case.state != CaseState.IN_REVIEW:
        _review_again(case=case, reason=said, by=by, at=at)
    url = reverse("panels:judge", args=[opened.pk])
    tell(OPENED_AGAIN, case, to=[opened.person], by=by, at=at, url=url, due=in_words(due_on))
    return opened


@command("panels.case.open_review_again")
def _review_again(*, case: Case, reason: str, by: Actor, at: datetime) -> Case:
    """The case is being reviewed once more, and is taken off the agenda it stood on."""
    case.items.filter(is_off=False).update(is_off=True)
    return apply(CASE, "open_review_again", case, by=by, at=at, note=reason)


def _require_free(case: Case, current: Assignment) -> None:
    if current.kind != AssignmentKind.REVIEW:
        raise Refused(NO_REVIEW)
    if case.state == CaseState.LOOKED_AGAIN:
        raise Refused(BEING_LOOKED_AT)
    if case.items.filter(is_off=False, state=ItemState.ON_TABLE).exists():
        raise Refused(ON_THE_TABLE)
