"""Reviews an academy keeps, and the actions that are somebody's to do."""

from django.db.models import Count, Q, QuerySet

from academy.identity.actor import Actor
from academy.training.models import QualityReview, ReviewAction


def reviews_kept(actor: Actor) -> QuerySet[QualityReview]:
    """Reviews of the organisation acted in, the newest first; each knows as `open_actions` how many are not done."""
    kept = QualityReview.objects.visible_to(actor).filter(organisation_id=actor.organisation_id)
    counted = Count("actions", filter=Q(actions__done_on__isnull=True))
    return kept.annotate(open_actions=counted).select_related("lead").order_by("-planned_on", "-pk")


def reviews_to_read(actor: Actor) -> QuerySet[QualityReview]:
    """Reviews the actor may know of."""
    return QualityReview.objects.visible_to(actor).select_related("lead", "organisation")


def actions_of(review: QualityReview) -> list[ReviewAction]:
    """What a review asks for, by the day it is due."""
    return list(review.actions.select_related("owner"))


def actions_to_finish(actor: Actor) -> QuerySet[ReviewAction]:
    """Actions the actor may know of."""
    return ReviewAction.objects.visible_to(actor).select_related("review", "owner")


def own_open_actions(actor: Actor) -> QuerySet[ReviewAction]:
    """What reviews ask of the actor herself, soonest first."""
    return (
        ReviewAction.objects.open().filter(owner_id=actor.person_id).select_related("review").order_by("due_on", "pk")
    )
