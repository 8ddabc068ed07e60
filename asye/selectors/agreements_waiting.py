"""Which agreements wait for somebody: for her needs, to be written, to be signed by her."""

from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from academy.identity.actor import Actor
from asye.choices.enrolments import ASSESSING, UNDER_WAY
from asye.choices.year import AgreementState, MilestoneKind
from asye.models import Agreement, Milestone, Part
from asye.selectors.signing import waiting_for_name


def needs_waiting(actor: Actor) -> QuerySet[Any]:
    """Her own agreement, whose needs are not handed in."""
    return _in_hand(AgreementState.DRAFT).filter(enrolment__person_id=actor.person_id, needs=None)


def writing_waiting(actor: Actor) -> QuerySet[Any]:
    """Those whose needs are handed in and that the actor writes, because she assesses."""
    assesses = Part.objects.held_by(actor).filter(enrolment_id=OuterRef("enrolment_id"), role__in=ASSESSING)
    return _in_hand(AgreementState.DRAFT).filter(Exists(assesses), needs__isnull=False)


def signing_waiting(actor: Actor) -> list[Any]:
    """Those that wait for the actor's name: in a part she has, as the NQSW, or standing in for a line manager. Three
    queries."""
    seen = Agreement.objects.visible_to(actor).order_by().values("pk")
    rows = _in_hand(AgreementState.SIGNING).filter(pk__in=seen)
    return waiting_for_name(rows, actor, required=lambda rules: rules.agreement_signs)


def _in_hand(state: AgreementState) -> QuerySet[Any]:
    due = Milestone.objects.filter(enrolment_id=OuterRef("enrolment_id"), kind=MilestoneKind.AGREEMENT)
    rows = Agreement.objects.filter(state=state, enrolment__state__in=UNDER_WAY).annotate(
        due_on=due.values("due_on")[:1]
    )
    return rows.select_related("enrolment__person", "enrolment__policy").order_by(
        F("due_on").asc(nulls_last=True), "pk"
    )
