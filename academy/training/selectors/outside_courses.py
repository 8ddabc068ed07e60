"""Courses of the offer that are taught outside: asked for, not booked here."""

from django.db.models import QuerySet

from academy.identity.actor import Actor
from academy.training.models import Course

# of a number that can be a key at all
MOST_DIGITS = 9


def outside_courses(actor: Actor) -> QuerySet[Course]:
    """Those the actor may know of and that are still offered, by title."""
    offered = Course.objects.visible_to(actor).offered_on(actor.on).filter(is_external=True)
    return offered.order_by("title", "pk")


def outside_course(actor: Actor, key: str) -> Course | None:
    """The course of this number, if it is one of them; None for anything else."""
    if not key.isdecimal() or len(key) > MOST_DIGITS:
        return None
    return outside_courses(actor).filter(pk=int(key)).prefetch_related("costs").first()
