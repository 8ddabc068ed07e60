"""Who recommends, and what stands in the way of it."""

from academy.identity.actor import Actor
from asye.models import Enrolment
from asye.selectors.parts import roles_of
from asye.selectors.policies import rules_of


def recommends(actor: Actor, enrolment: Enrolment) -> bool:
    """Has the actor the part that recommends under the policy of the year, on her day? It is the assessor's, or where
    the policy says so the practice assessor's (D1-11, S4-28)."""
    return rules_of(enrolment.policy).recommends in roles_of(actor, enrolment)
