"""Which CPD policy holds for an organisation on a day."""

from datetime import date

from academy.development.models import CpdPolicy
from academy.development.rules.stretches import Rhythm

# Holds where nothing was loaded yet: the guide of S0-12 and twelve weeks.
PLAIN = CpdPolicy(code="plain", approach="Everyday learning", rhythm_from=date(2025, 10, 13), questions={})


def policy_for(organisation_id: int | None, on: date) -> CpdPolicy:
    """The organisation's own policy in force, else the one for all; the newest where two hold. One query.

    An own policy without questions asks those of the policy for all.
    """
    found = list(CpdPolicy.objects.holding_for(organisation_id, on=on))
    policy = found[0] if found else PLAIN
    policy.questions = next((each.questions for each in found if each.questions), {})
    return policy


def rhythm_for(organisation_id: int | None, on: date) -> Rhythm:
    """The rhythm of that policy. One query."""
    return policy_for(organisation_id, on).rhythm
