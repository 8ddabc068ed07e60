"""A review as it stands: who came, who wrote, what is missing, and whose part is the actor's own."""

from dataclasses import replace
from datetime import date

from django.db.models import Q, QuerySet

from academy.identity.actor import Actor
from asye.choices.enrolments import ASSESSING, Role
from asye.choices.year import ConcernState, ReviewState
from asye.models import Enrolment, Part, Plan, PlanGoal, Review, ReviewPart
from asye.rules.policy import AsyeRules
from asye.rules.reviews import Gap, Lacking, Written, gaps_in, plan_made_at
from asye.selectors.evidence import evidence_of
from asye.selectors.parts import roles_of, stands_in_for
from asye.selectors.policies import rules_of
from asye.selectors.signing import holders

BESIDE = ("milestone", "enrolment__person", "enrolment__organisation", "enrolment__policy")


def reviews_seen(actor: Actor) -> QuerySet[Review]:
    """Reviews of the years the actor sees, each with its day, whose it is, and the policy."""
    found: QuerySet[Review] = Review.objects.visible_to(actor).select_related(*BESIDE)
    return found


def parts_seen(actor: Actor) -> QuerySet[ReviewPart]:
    """Parts of the reviews the actor sees; whether she reads a text that is not done is for the page to judge."""
    beside = ["person", *(f"review__{each}" for each in BESIDE)]
    visible = Review.objects.visible_to(actor).order_by().values("pk")
    found: QuerySet[ReviewPart] = ReviewPart.objects.filter(review_id__in=visible).select_related(*beside)
    return found


def own_roles(actor: Actor, enrolment: Enrolment) -> frozenset[str]:
    """The parts the actor writes in: those she has herself. Who stands in for the line manager signs for her, and does
    not write in her part."""
    stands_in = stands_in_for(actor, enrolment) is not None
    return roles_of(actor, enrolment) - ({Role.MANAGER.value} if stands_in else set())


def gaps_of(review: Review, *, on: date) -> tuple[Gap, ...]:
    """What is missing before it can be sent to be signed. A number of queries that does not grow with the year."""
    return gaps_in(replace(written_of(review, on=on), lacking=_lacking(review, on=on)))


def _lacking(review: Review, *, on: date) -> tuple[Lacking, ...]:
    """Of what evidence there is less than the policy asks of the stage this review closes."""
    lines = evidence_of([review.enrolment], on=on)[review.enrolment_id]
    counts = [(each.line, each.stages[review.milestone.code]) for each in lines if review.milestone.code in each.stages]
    return tuple(Lacking(line.code, line.title, count.have, count.least) for line, count in counts if not count.is_met)


def written_of(review: Review, *, on: date) -> Written:
    """What there is of a review that is being written."""
    rules = rules_of(review.enrolment.policy)
    parts = {Role(each.role): each for each in review.parts.all()}
    held = holders(review.enrolment, on)
    made = plan_made_at(rules, review.milestone.code)
    return Written(
        came={role: parts[role].came if role in parts else None for role in rules.attends},
        done=frozenset(role for role, each in parts.items() if each.done_at is not None),
        vacant=frozenset(role for role in rules.attends if role not in held),
        progress=review.progress,
        plan=made[1] if made else "",
        goals=_goals(review).filter(plan__stage=made[0]).count() if made else 0,
        without_result=before(review, rules).filter(result="").count() if made else 0,
        cited=review.cited.count(),
        concerns=review.enrolment.concerns.filter(state=ConcernState.OPEN).count(),
    )


def plan_made(review: Review, rules: AsyeRules) -> Plan | None:
    """The plan made at this review, where somebody has begun it."""
    made = plan_made_at(rules, review.milestone.code)
    return Plan.objects.filter(enrolment_id=review.enrolment_id, stage=made[0]).first() if made else None


def before(review: Review, rules: AsyeRules) -> QuerySet[PlanGoal]:
    """The goals of the plan made before this review, of which is said here what became of them."""
    codes = [stage.code for stage in rules.plans]
    made = plan_made_at(rules, review.milestone.code)
    earlier = codes[: codes.index(made[0])] if made else codes
    last = Plan.objects.filter(enrolment_id=review.enrolment_id, stage__in=earlier).order_by("-made_at", "-pk").first()
    return _goals(review).filter(plan=last).select_related("plan").order_by("by_on", "pk")


def _goals(review: Review) -> QuerySet[PlanGoal]:
    goals: QuerySet[PlanGoal] = PlanGoal.objects.filter(plan__enrolment_id=review.enrolment_id)
    return goals


def handed_over(review: Review) -> list[Part]:
    """Who took over assessing since the review before, or since the year began: told in this one (D1-12). Two
    queries."""
    held = Review.objects.filter(enrolment_id=review.enrolment_id, held_on__isnull=False).exclude(pk=review.pk)
    before_this = held.filter(milestone__due_on__lte=review.milestone.due_on) if review.held_on is None else held
    if review.held_on is not None:
        before_this = before_this.filter(held_on__lte=review.held_on)
    last = before_this.order_by("-held_on", "-pk").values_list("held_on", flat=True).first()
    since = last or review.enrolment.starts_on
    parts = Part.objects.filter(enrolment_id=review.enrolment_id, role__in=ASSESSING, from_on__gt=since)
    until = Q() if review.held_on is None else Q(from_on__lte=review.held_on)
    return list(parts.filter(until).select_related("person").order_by("from_on", "pk"))


def parts_to_write(actor: Actor) -> QuerySet[ReviewPart]:
    """Parts of reviews being written that are the actor's and not said to be done, longest held first."""
    held = Part.objects.held_by(actor).values("enrolment_id", "role")
    mine = Q(role=Role.NQSW, review__enrolment__person_id=actor.person_id)
    for each in held:
        mine |= Q(role=each["role"], review__enrolment_id=each["enrolment_id"])
    waiting = ReviewPart.objects.filter(mine, review__state=ReviewState.WRITING, done_at=None)
    visible = Review.objects.visible_to(actor).order_by().values("pk")
    found: QuerySet[ReviewPart] = waiting.filter(review_id__in=visible).select_related(
        "review__milestone", "review__enrolment__person"
    )
    return found.order_by("review__held_on", "pk")
