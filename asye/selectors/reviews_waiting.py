"""Which reviews wait for somebody: to be held, sent, signed; and plans of support that are to be looked at."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.engines.signatures.models import Signature
from academy.identity.actor import Actor
from academy.people.models import Deputy
from academy.people.querysets import holds_on
from asye.choices.enrolments import ASSESSING, UNDER_WAY, Role
from asye.choices.year import ConcernState, ReviewState
from asye.models import Concern, Part, Review, ReviewPart
from asye.selectors.policies import rules_of
from asye.selectors.reviews import reviews_seen

AHEAD = timedelta(days=28)
LOOKED_AT_AHEAD = timedelta(days=7)


def to_hold(actor: Actor, on: date) -> QuerySet[Review]:
    """Reviews the actor holds because she assesses, from four weeks before their day."""
    due = Q(state=ReviewState.SCHEDULED, milestone__due_on__lte=on + AHEAD)
    return _assessed_by(actor, due).order_by("milestone__due_on", "pk")


def to_send(actor: Actor) -> QuerySet[Review]:
    """Reviews in which everybody wrote her part, and which the actor sends to be signed because she assesses."""
    left = ReviewPart.objects.filter(review_id=OuterRef("pk"), done_at=None)
    written = _assessed_by(actor, Q(state=ReviewState.WRITING)).exclude(Exists(left))
    return written.order_by("held_on", "pk")


def to_sign_by(actor: Actor) -> list[Review]:
    """Reviews that wait for the actor's name: in a part she has, as the NQSW, or standing in for a line manager. Five
    queries at most."""
    rows = list(_running(actor).filter(state=ReviewState.SIGNING).order_by("changed_at", "pk"))
    if not rows:
        return []
    held, signed = roles_in([row.enrolment_id for row in rows], actor), _signed(rows)
    for row in rows:
        if row.person_id == actor.person_id:
            held[row.enrolment_id].add(Role.NQSW)
    return [
        row
        for row in rows
        if any(
            role in held[row.enrolment_id] and (row.pk, role) not in signed
            for role in rules_of(row.enrolment.policy).attends
        )
    ]


def roles_in(years: list[int], actor: Actor) -> dict[int, set[str]]:
    """By year, the parts the actor has on her day, and the line manager's where she stands in for her. Two queries."""
    standing_in = Deputy.objects.filter(
        holds_on(actor.on),
        deputy_id=actor.person_id,
        person_id=OuterRef("person_id"),
        organisation_id=OuterRef("enrolment__organisation_id"),
    )
    for_manager = Q(Exists(standing_in), role=Role.MANAGER, enrolment__person_id__in=actor.manages)
    parts = Part.objects.filter(holds_on(actor.on), Q(person_id=actor.person_id) | for_manager, enrolment_id__in=years)
    held: dict[int, set[str]] = defaultdict(set)
    for year, role in parts.values_list("enrolment_id", "role"):
        held[year].add(role)
    return held


def plans_to_look_at(actor: Actor, on: date) -> QuerySet[Concern]:
    """Open concerns whose plan is to be looked at within a week, of years in which the actor has a part."""
    part = Part.objects.filter(holds_on(actor.on), enrolment_id=OuterRef("enrolment_id"), person_id=actor.person_id)
    open_now = Concern.objects.visible_to(actor).filter(
        Exists(part),
        state=ConcernState.OPEN,
        plan_review_on__lte=on + LOOKED_AT_AHEAD,
        enrolment__state__in=UNDER_WAY,
    )
    found: QuerySet[Concern] = open_now.select_related("enrolment__person").order_by("plan_review_on", "pk")
    return found


def _running(actor: Actor) -> QuerySet[Any]:
    return reviews_seen(actor).filter(enrolment__state__in=UNDER_WAY)


def _assessed_by(actor: Actor, which: Q) -> QuerySet[Any]:
    assesses = Part.objects.filter(
        holds_on(actor.on), enrolment_id=OuterRef("enrolment_id"), person_id=actor.person_id, role__in=ASSESSING
    )
    return _running(actor).filter(which, Exists(assesses))


def _signed(rows: list[Review]) -> set[tuple[int, str]]:
    of_reviews = ContentType.objects.get_for_model(Review)
    live = Signature.objects.filter(thing_type=of_reviews, thing_id__in=[row.pk for row in rows], withdrawn_at=None)
    return set(live.values_list("thing_id", "role"))
