"""Reviews of a year on their way to being locked, through the services that make them so."""

from datetime import date
from typing import Any

from academy.identity.actor import Actor
from academy.identity.models import Person
from asye.choices.enrolments import Role
from asye.models import Enrolment, Review
from asye.selectors.policies import rules_of
from asye.selectors.review_content import to_sign
from asye.services.review_parts import write_part
from asye.services.review_signing import put_name, send
from asye.services.reviews import Meeting, assess, hold
from asye.services.signing import Name
from tests.factories.asye import MilestoneFactory, ReviewFactory
from tests.factories.people import NOW, as_actor

HELD_ON = date(2026, 7, 3)
SIX_MONTHS = {"code": "review-6", "title": "Six-month review", "computed_on": date(2026, 7, 5)}


class All(dict[str, str]):
    """A reason for whatever is missing."""

    def get(self, key: str, default: Any = None) -> str:
        return "It is not ready, and cannot wait."


def scheduled(year: Enrolment, **day: Any) -> Review:
    """The six-month review of a year, or another."""
    return ReviewFactory(milestone=MilestoneFactory(enrolment=year, **{**SIX_MONTHS, **day}))


def meeting(review: Review, *, held_on: date = HELD_ON, absent: tuple[str, ...] = ()) -> Meeting:
    """Everybody came but those."""
    attends = rules_of(review.enrolment.policy).attends
    return Meeting(held_on=held_on, came={role: role not in absent for role in attends})


def held(review: Review, by: Actor, **said: Any) -> Review:
    """Noted as held, with the parts to be written."""
    return hold(review=review, meeting=meeting(review, **said), by=by, at=NOW)


def written(review: Review, who: dict[Role, Person], *, progress: str = "on_course") -> Review:
    """Each of these wrote her part and said that it is done; the assessor said how she gets on."""
    for role, person in who.items():
        part = review.parts.get(role=role)
        write_part(part=part, text=f"What the {role.label} says.", is_done=True, by=as_actor(person), at=NOW)
    return assess(review=review, progress=progress, by=as_actor(who[Role.ASSESSOR]), at=NOW)


def sent(review: Review, by: Actor) -> Review:
    """Sent to be signed, with a reason for whatever is missing."""
    return send(review=review, because=All(), by=by, at=NOW)


def signed(review: Review, person: Person) -> Review:
    """Signed by this person over what stands there."""
    current = Review.objects.select_related("milestone", "enrolment__policy").get(pk=review.pk)
    return put_name(review=current, name=Name(seen=to_sign(current)), by=as_actor(person), at=NOW)
