"""Who is told of a review, and of a concern."""

from collections.abc import Iterable
from datetime import datetime

from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Person
from asye.models import Concern, Review
from asye.notices.reviews import ConcernContext, ReviewContext


def tell(kind: NoticeKind, review: Review, *, to: Iterable[Person], by: Actor, at: datetime) -> None:
    """Tell each of these people once, but not who does it."""
    for person in _others(to, by):
        context = ReviewContext(
            who=by.label,
            which=review.milestone.title.lower(),
            whose=_whose(review, person),
            url=review.get_absolute_url(),
        )
        notices.send(kind=kind, to=person, context=context, by=by, at=at)


def tell_of_concern(kind: NoticeKind, concern: Concern, *, to: Iterable[Person], by: Actor, at: datetime) -> None:
    """The same for a concern."""
    for person in _others(to, by):
        context = ConcernContext(who=by.label, whose=_whose(concern, person), url=concern.get_absolute_url())
        notices.send(kind=kind, to=person, context=context, by=by, at=at)


def _whose(thing: Review | Concern, reader: Person) -> str:
    return "" if thing.person_id == reader.pk else thing.enrolment.person.full_name


def _others(people: Iterable[Person], by: Actor) -> list[Person]:
    return list({person.pk: person for person in people if person.pk != by.person_id}.values())
