"""Submissions that wait to be looked through, and those that wait for their candidate to mend something."""

from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from panels.choices.cases import AskedState, CaseState
from panels.choices.panels import Seat
from panels.models import Case, Member
from panels.querysets.sight import parts
from panels.rules.checking import CHECKED_IN
from panels.rules.visibility import As, Sight

BESIDE = ("person", "grade", "vacancy", "sitting")


SEE_TO_IT = frozenset({As.CLERK, As.LEAD})


def to_look_through(actor: Actor) -> QuerySet[Case]:
    """Submissions that are the actor's to look through: as the clerk, or as academy lead where the panel has no clerk;
    the longest waiting first. Never one she is out of. One query."""
    waiting = Case.objects.at_table(actor, Sight.CHECKS, among=SEE_TO_IT).in_state(*CHECKED_IN)
    found: QuerySet[Case] = waiting.filter(clerked_by(actor)).select_related(*BESIDE)
    return found.order_by("moved_at", "pk")


def clerked_by(actor: Actor) -> Q:
    """A condition over cases: it is the actor who sees to them, as the clerk, or as academy lead where the panel has no
    clerk."""
    come_as = parts(actor)
    if As.CLERK not in come_as:
        return Q(pk__in=())
    clerks = Member.objects.held_on(actor.on).filter(panel_id=OuterRef("panel_id"), seat=Seat.CLERK)
    return come_as[As.CLERK] | (come_as[As.LEAD] & ~Q(Exists(clerks)))


def to_mend(actor: Actor) -> QuerySet[Case]:
    """The actor's own cases in which something is to be mended, each with the first day by which as `mend_by`. One
    query."""
    own = Case.objects.at_table(actor, Sight.CHECKS, among={As.CANDIDATE}).in_state(CaseState.CHANGES_ASKED)
    still = Q(asked_items__state=AskedState.ASKED)
    found: QuerySet[Case] = own.select_related(*BESIDE).annotate(mend_by=Min("asked_items__due_on", filter=still))
    return found.order_by("mend_by", "pk")
