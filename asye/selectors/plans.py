"""The development plan that is made with an agreement."""

from django.db.models import QuerySet

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from asye.choices.year import AgreementState
from asye.models import Agreement, PlanGoal
from asye.rules.reviews import plan_made_at
from asye.selectors.policies import rules_of

WITH_AGREEMENT = "agreement"


def goals_made_with(agreement: Agreement) -> QuerySet[PlanGoal]:
    """The goals of the plan the policy makes with the agreement. One query."""
    made = plan_made_at(rules_of(agreement.enrolment.policy), WITH_AGREEMENT)
    goals = PlanGoal.objects.filter(plan__enrolment_id=agreement.enrolment_id, plan__stage=made[0] if made else "")
    found: QuerySet[PlanGoal] = goals.order_by("by_on", "pk")
    return found


def may_plan_with(actor: Actor, agreement: Agreement) -> bool:
    """Can the actor write goals now: while the agreement is written, the policy makes a plan with it, and nobody has
    agreed it before?"""
    if agreement.state != AgreementState.DRAFT or not allows("asye.plan.write", actor, agreement):
        return False
    made = plan_made_at(rules_of(agreement.enrolment.policy), WITH_AGREEMENT)
    return made is not None and not agreement.enrolment.plans.filter(stage=made[0], agreed_on__isnull=False).exists()
