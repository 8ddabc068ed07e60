"""Decisions that wait: whoever decides is reminded after the days of the policy, and on the day before they go up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import BigIntegerField, Case, DateTimeField, ExpressionWrapper, F, OuterRef, Subquery, Value, When
from django.db.models.functions import TruncDate
from django.urls import reverse

from academy.engines.reminders.deadlines import Asked, Audience, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from academy.people.models import RoleHolding, Terms
from academy.people.querysets import holds_on
from academy.training.choices import ROLES_THAT_DECIDE, Decider
from academy.training.models import RequestStage, TrainingPolicy
from academy.training.querysets import StageQuerySet
from academy.training.rules.decisions import LONDON
from academy.training.selectors.deciders import asker_of, deciders_of
from academy.training.selectors.higher import higher_of
from academy.training.selectors.policies import terms_of


def _decider(on: date) -> Case:
    """Who decides at a stage on the day: the line manager there, or the first who holds the role everywhere."""
    held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), line_manager__isnull=False)
    managers = held.filter(
        post__person_id=OuterRef("request__person_id"), post__organisation_id=OuterRef("request__organisation_id")
    ).order_by("-post__is_primary", "post__from_on", "post_id")
    roles = RoleHolding.objects.filter(
        holds_on(on), organisation_id=OuterRef("request__organisation_id"), service=None, team=None
    ).exclude(person_id=OuterRef("request__person_id"))
    by_role = [
        When(decider=code, then=Subquery(roles.filter(role=code).order_by("pk").values("person_id")[:1]))
        for code in ROLES_THAT_DECIDE
    ]
    by_post = When(decider=Decider.LINE_MANAGER, then=Subquery(managers.values("line_manager_id")[:1]))
    higher = When(escalated_to__isnull=False, then=F("escalated_to_id"))
    return Case(higher, by_post, *by_role, output_field=BigIntegerField())


DECIDER = Audience("who decides", _decider)


def _waiting(open_now: StageQuerySet, *, days_of: str) -> Iterator[Found]:
    """Decisions by the day on which so many days of their policy are over; a query for each policy in use."""
    policies = TrainingPolicy.objects.filter(pk__in=open_now.values("request__policy"))
    for policy in policies:
        later = F("request__asked_since") + Value(timedelta(days=getattr(terms_of(policy), days_of)))
        moment = ExpressionWrapper(later, output_field=DateTimeField())
        rows = open_now.filter(request__policy=policy).annotate(falls_on=TruncDate(moment, tzinfo=LONDON))
        yield Found(rows=rows, person="request__person_id", due="falls_on")


def _unanswered(asked: Asked) -> Iterator[Found]:
    yield from _waiting(RequestStage.objects.waiting(), days_of="remind_after_days")


def _going_up(asked: Asked) -> Iterator[Found]:
    """Those above whom somebody is, so that they do go up."""
    open_now = RequestStage.objects.waiting().filter(escalated_to=None)
    for found in _waiting(open_now, days_of="escalate_after_days"):
        due = found.rows.filter(**{f"{found.due}__range": (asked.first, asked.last)}).select_related("request")
        stages = list(due)
        deciders = deciders_of({asker_of(stage) for stage in stages}, on=asked.on)
        yield replace(found, rows=found.rows.filter(pk__in=higher_of(stages, deciders, on=asked.on)))


def _unanswered_line(told: Told) -> Line:
    words = f"{told.about.full_name} waits for your decision on a request for training."
    return Line(words, reverse("training:decide", args=[told.subject_id]))


def _going_up_line(told: Told) -> Line:
    words = f"The request of {told.about.full_name} for training goes up on {when(told)}, if you do not decide."
    return Line(words, reverse("training:decide", args=[told.subject_id]))


UNANSWERED = Deadline(
    key="training.decision",
    title="A request for training that waits for you",
    find=_unanswered,
    offsets=(Offset(0, to=(DECIDER,)),),
    line=_unanswered_line,
)
GOING_UP = Deadline(
    key="training.decision_going_up",
    title="A request for training that is about to go up",
    find=_going_up,
    offsets=(Offset(-1, to=(DECIDER,)),),
    line=_going_up_line,
)

declare(UNANSWERED, GOING_UP)
