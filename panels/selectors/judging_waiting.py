"""What waits of judging: cases to review or to look at once more, and for who chairs those whose reviews are in."""

from django.db.models import Q, QuerySet

from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.judging import AssignmentKind, AssignmentState
from panels.models import Assignment, Case
from panels.rules.visibility import As

OPEN = Q(kind=AssignmentKind.REVIEW, case__state=CaseState.IN_REVIEW) | Q(
    kind=AssignmentKind.LOOK, case__state=CaseState.LOOKED_AGAIN
)


def to_judge(actor: Actor) -> QuerySet[Assignment]:
    """What she took on to review, or was asked to look at once more, while its case waits for it, the next due first.
    Never of a case she is out of. One query."""
    waits = Q(state=AssignmentState.ACCEPTED) | Q(kind=AssignmentKind.LOOK, state=AssignmentState.ASKED)
    hers = Assignment.objects.given_to(actor).filter(OPEN, waits)
    found: QuerySet[Assignment] = hers.select_related("case__person", "case__grade", "case__vacancy")
    return found.order_by("due_on", "pk")


def to_compare(actor: Actor) -> QuerySet[Case]:
    """Cases whose reviews are in, of panels the actor chairs, the longest waiting first. Never one she is out of. One
    query."""
    hers = Case.objects.at_table(actor, among={As.CHAIR}).in_state(CaseState.REVIEWS_IN)
    found: QuerySet[Case] = hers.select_related("person", "policy", "grade", "vacancy")
    return found.order_by("moved_at", "pk")
