"""Which agreements wait for somebody: for her needs, to be written, to be signed by her."""

from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from academy.engines.signatures.models import Signature
from academy.identity.actor import Actor
from academy.people.querysets import holds_on
from asye.choices.enrolments import ASSESSING, UNDER_WAY, Role
from asye.choices.year import AgreementState, MilestoneKind
from asye.models import Agreement, Milestone, Part
from asye.selectors.policies import rules_of


def needs_waiting(actor: Actor) -> QuerySet[Any]:
    """Her own agreement, whose needs are not handed in."""
    return _in_hand(AgreementState.DRAFT).filter(enrolment__person_id=actor.person_id, needs=None)


def writing_waiting(actor: Actor) -> QuerySet[Any]:
    """Those whose needs are handed in and that the actor writes, because she assesses."""
    assesses = _parts(actor.on, person_id=actor.person_id, role__in=ASSESSING)
    return _in_hand(AgreementState.DRAFT).filter(Exists(assesses), needs__isnull=False)


def signing_waiting(actor: Actor) -> list[Any]:
    """Those that wait for the actor's own signature, in a part she has or as the NQSW. Two queries."""
    mine = Q(enrolment__person_id=actor.person_id) | Exists(_parts(actor.on, person_id=actor.person_id))
    rows = list(_in_hand(AgreementState.SIGNING).filter(mine))
    held = _roles(rows, actor)
    signed = _signed(rows)
    return [
        row
        for row in rows
        if any(role in held[row.enrolment_id] and (row.pk, role) not in signed for role in _required(row))
    ]


def _in_hand(state: AgreementState) -> QuerySet[Any]:
    due = Milestone.objects.filter(enrolment_id=OuterRef("enrolment_id"), kind=MilestoneKind.AGREEMENT)
    rows = Agreement.objects.filter(state=state, enrolment__state__in=UNDER_WAY).annotate(
        due_on=due.values("due_on")[:1]
    )
    return rows.select_related("enrolment__person", "enrolment__policy").order_by(
        F("due_on").asc(nulls_last=True), "pk"
    )


def _parts(on: date, **said: Any) -> QuerySet[Part]:
    return Part.objects.filter(holds_on(on), enrolment_id=OuterRef("enrolment_id"), **said)


def _roles(rows: list[Agreement], actor: Actor) -> dict[int, set[str]]:
    """The actor's parts in each of these years."""
    years = {row.enrolment_id: {Role.NQSW.value} if row.person_id == actor.person_id else set() for row in rows}
    held = Part.objects.filter(holds_on(actor.on), person_id=actor.person_id, enrolment_id__in=years)
    for enrolment, role in held.values_list("enrolment_id", "role"):
        years[enrolment].add(role)
    return years


def _signed(rows: list[Agreement]) -> set[tuple[int, str]]:
    of_agreements = ContentType.objects.get_for_model(Agreement)
    live = Signature.objects.filter(thing_type=of_agreements, thing_id__in=[row.pk for row in rows], withdrawn_at=None)
    return set(live.values_list("thing_id", "role"))


def _required(row: Agreement) -> tuple[Role, ...]:
    return rules_of(row.enrolment.policy).agreement_signs
