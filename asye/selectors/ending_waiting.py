"""What waits at the end of years: for who recommends, decides, certifies, takes a record up or lets a year start."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from academy.identity.actor import Actor
from asye.choices.ending import Moderated
from asye.choices.enrolments import ASSESSING, EnrolmentState, Outcome, Role
from asye.choices.year import MilestoneKind, ReviewState
from asye.models import Enrolment, Milestone, Moderation, Part, Review
from asye.selectors.elsewhere import answers_due
from asye.selectors.policies import rules_of

START_AHEAD = timedelta(days=28)


@dataclass(frozen=True)
class ToRecommend:
    """A year whose outcome the actor is to recommend; `is_asked`: moderation sent it back with questions, which are due
    by the day it set, if it set one."""

    enrolment: Enrolment
    due_on: date | None
    is_asked: bool


def to_recommend(actor: Actor) -> list[ToRecommend]:
    """Years under way whose final review is signed, or that came back from moderation, where the actor has the part
    that recommends. One query, and one more where something was asked."""
    if actor.person_id is None:
        return []
    held = Part.objects.visible_to(actor).held_by(actor)
    parts = held.filter(role__in=ASSESSING, enrolment__state=EnrolmentState.ACTIVE)
    rows = parts.select_related("enrolment__person", "enrolment__policy").annotate(**_ripe()).order_by("pk")
    mine = [each for each in rows if rules_of(each.enrolment.policy).recommends == each.role]
    asked = {each.enrolment_id for each in mine if each.last_result == Moderated.QUERIED}
    due = answers_due(asked)
    return [
        ToRecommend(each.enrolment, due.get(each.enrolment_id, each.panel_on), each.enrolment_id in asked)
        for each in mine
        if each.is_reviewed or each.enrolment_id in asked
    ]


def to_decide(actor: Actor) -> QuerySet[Enrolment]:
    """Moderated years that are the actor's to decide."""
    waiting = Enrolment.objects.decided_by(actor).filter(state=EnrolmentState.MODERATED)
    return _by_name(waiting)


def to_certify(actor: Actor) -> QuerySet[Enrolment]:
    """Passed years without a certificate that the actor runs or co-ordinates."""
    return _by_name(_run_by(actor).filter(state=EnrolmentState.DECIDED, outcome=Outcome.PASS))


def to_start(actor: Actor) -> QuerySet[Enrolment]:
    """Deferred years whose first day is near or has come, which the actor runs or co-ordinates."""
    near = {"state": EnrolmentState.DEFERRED, "starts_on__lte": actor.on + START_AHEAD}
    return _by_name(_run_by(actor).filter(**near))


def _run_by(actor: Actor) -> QuerySet[Enrolment]:
    co_ordinated = Part.objects.held_by(actor).filter(role=Role.COORDINATOR)
    mine = Q(pk__in=Enrolment.objects.run_by(actor).order_by().values("pk"))
    return Enrolment.objects.visible_to(actor).filter(mine | Q(pk__in=co_ordinated.values("enrolment_id")))


def _by_name(rows: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    return rows.select_related("person").order_by("person__family_name", "person__given_name", "pk")


def _ripe() -> dict[str, Exists | Subquery]:
    its = {"enrolment_id": OuterRef("enrolment_id")}
    final = Review.objects.filter(state=ReviewState.LOCKED, milestone__kind=MilestoneKind.FINAL, **its)
    panel = Milestone.objects.filter(kind=MilestoneKind.PANEL, **its).order_by("due_on", "pk")
    moderated = Moderation.objects.filter(recommendation__enrolment_id=OuterRef("enrolment_id"))
    return {
        "is_reviewed": Exists(final),
        "panel_on": Subquery(panel.values("due_on")[:1]),
        "last_result": Subquery(moderated.order_by("-recommendation__number").values("result")[:1]),
    }
