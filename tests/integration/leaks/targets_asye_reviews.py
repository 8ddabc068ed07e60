"""What addresses of ASYE reviews, their parts and pieces, goals and concerns can name in the world of the walk."""

from collections.abc import Callable

from academy.identity.actor import Actor
from asye.models import Agreement, Cited, Concern, Enrolment, PlanGoal, Review, ReviewPart
from asye.selectors.plans import goals_made_with
from asye.selectors.reviews import own_roles
from tests.integration.leaks.addresses import Target, may_know

Named = dict[tuple[str, str], list[Target]]


def of_asye_reviews() -> Named:
    """Each by its id; a part is known to whoever writes it, a goal only at the review its plan is made at."""
    return {
        ("Enrolment", "pk"): [Target(each, {"pk": each.pk}) for each in Enrolment.objects.select_related("person")],
        ("Review", "pk"): [Target(each, {"pk": each.pk}) for each in Review.objects.select_related("enrolment")],
        ("Review", "pk goal"): [
            Target(review, {"pk": review.pk, "goal": goal.pk})
            for review in Review.objects.select_related("enrolment")
            for goal in PlanGoal.objects.filter(plan__enrolment=review.enrolment, plan__stage="months-6-12")
        ],
        ("asye agreement", "pk"): [
            Target(each, {"pk": each.pk}) for each in Agreement.objects.select_related("enrolment__policy")
        ],
        ("asye agreement", "pk goal"): [
            Target(agreement, {"pk": agreement.pk, "goal": goal.pk})
            for agreement in Agreement.objects.select_related("enrolment__policy")
            for goal in goals_made_with(agreement)
        ],
        ("own review part", "pk"): [
            Target(each.review, {"pk": each.pk}, _writes(each))
            for each in ReviewPart.objects.select_related("review__enrolment")
        ],
        ("cited piece", "pk"): [
            Target(each.review, {"pk": each.pk}) for each in Cited.objects.select_related("review__enrolment")
        ],
        ("Concern", "pk"): [Target(each, {"pk": each.pk}) for each in Concern.objects.select_related("enrolment")],
    }


def _writes(part: ReviewPart) -> Callable[[Actor], bool]:
    def known(actor: Actor) -> bool:
        return may_know(actor, part.review) and part.role in own_roles(actor, part.review.enrolment)

    return known
