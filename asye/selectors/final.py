"""Who recommends, and what stands in the way of it."""

from academy.identity.actor import Actor
from asye.choices.ending import Moderated
from asye.models import Enrolment, Moderation
from asye.rules.final import Before
from asye.selectors.held import is_concerned, missing_in
from asye.selectors.parts import roles_of
from asye.selectors.policies import rules_of


def recommends(actor: Actor, enrolment: Enrolment) -> bool:
    """Has the actor the part that recommends under the policy of the year, on her day? It is the assessor's, or where
    the policy says so the practice assessor's (D1-11, S4-28)."""
    return rules_of(enrolment.policy).recommends in roles_of(actor, enrolment)


def before_of(enrolment: Enrolment, *, by: Actor) -> Before:
    """What is known of the year on the actor's day, as its outcome is recommended."""
    return Before(
        missing=missing_in(enrolment, on=by.on),
        is_concerned=is_concerned(enrolment, on=by.on),
        is_asked=asks_of(enrolment) is not None,
        on=by.on,
    )


def asks_of(enrolment: Enrolment) -> Moderation | None:
    """The moderation whose questions wait for an answer; None where none does. One query."""
    last = Moderation.objects.filter(recommendation__enrolment=enrolment).order_by("-recommendation__number").first()
    return last if last is not None and last.result == Moderated.QUERIED else None
