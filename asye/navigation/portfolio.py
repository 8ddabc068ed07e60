"""A portfolio that a year opened says so, to whoever sees the year."""

from academy.identity.actor import Actor
from asye.models import Enrolment
from asye.selectors.portfolio import SOURCE
from portfolios.selectors.openers import Opener, declare


def told_of(reference: str, actor: Actor) -> Opener | None:
    """The year a portfolio was opened for, with its record."""
    known = Enrolment.objects.visible_to(actor).select_related("policy")
    enrolment = known.filter(pk=reference).first() if reference.isdecimal() else None
    return None if enrolment is None else Opener(enrolment.policy.title, enrolment.get_absolute_url())


declare(SOURCE, told_of)
