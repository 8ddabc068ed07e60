"""Which reviews wait for somebody: to be held, sent, signed; and plans of support that are to be looked at."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from asye.choices.enrolments import ASSESSING, UNDER_WAY
from asye.choices.year import ConcernState, ReviewState
from asye.models import Concern, Part, Review, ReviewPart
from asye.selectors.reviews import reviews_seen
from asye.selectors.signing import waiting_for_name

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
    """Reviews that wait for the actor's name: in a part she has, as the NQSW, or standing in for a line manager. Three
    queries."""
    rows = _running(actor).filter(state=ReviewState.SIGNING).order_by("changed_at", "pk")
    return waiting_for_name(rows, actor, required=lambda rules: rules.attends)


def plans_to_look_at(actor: Actor, on: date) -> QuerySet[Concern]:
    """Open concerns whose plan is to be looked at within a week, of years in which the actor has a part."""
    part = Part.objects.held_by(actor).filter(enrolment_id=OuterRef("enrolment_id"))
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
    assesses = Part.objects.held_by(actor).filter(enrolment_id=OuterRef("enrolment_id"), role__in=ASSESSING)
    return _running(actor).filter(which, Exists(assesses))
