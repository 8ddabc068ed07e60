"""Cases that wait before anybody looks them through: for a manager's word, and to be taken up again."""

from django.db.models import QuerySet

from academy.identity.actor import Actor
from panels.choices.cases import BEFORE_ACCEPTED, CaseKind, CaseState
from panels.models import Case
from panels.rules.visibility import As, Sight
from panels.selectors.checking_waiting import BESIDE, SEE_TO_IT, clerked_by


def to_vouch_for(actor: Actor) -> QuerySet[Case]:
    """Cases of people the actor manages whose manager has not said yet whether a formal process is open, with their
    last day; the next due first. None waits for somebody from outside. One query."""
    managed = Case.objects.at_table(actor, among={As.MANAGER}).filter(has_formal_open=None)
    asked = managed.in_state(*BEFORE_ACCEPTED).exclude(kind=CaseKind.MODERATION).filter(is_external=False)
    found: QuerySet[Case] = asked.select_related(*BESIDE).with_last_day().order_by("last_day", "pk")
    return found


def to_take_up(actor: Actor) -> QuerySet[Case]:
    """Cases that were put off and wait for whoever clerks their panel to take them up again, the longest waiting first.
    Never one she is out of. One query."""
    waiting = Case.objects.at_table(actor, Sight.CHECKS, among=SEE_TO_IT).in_state(CaseState.DEFERRED)
    found: QuerySet[Case] = waiting.filter(clerked_by(actor), panel__isnull=False).select_related(*BESIDE)
    return found.order_by("moved_at", "pk")
