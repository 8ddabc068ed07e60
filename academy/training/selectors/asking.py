"""Whether a place of the offer has to be asked for."""

from datetime import date

from academy.training.selectors.deciders import deciders_for
from academy.training.selectors.policies import policy_for, terms_of


def needs_approval(person_id: int, organisation_id: int | None, *, on: date) -> bool:
    """Does the policy want a yes for a place here, and is somebody there to give it? Four queries at most.

    Who belongs to an organisation in which nobody decides, as staff of a provider do, books without asking; and so does
    everybody while no policy is loaded.
    """
    if organisation_id is None:
        return False
    policy = policy_for(organisation_id, on=on)
    if policy.pk is None or not terms_of(policy).needs_approval_here:
        return False
    return bool(deciders_for(person_id, organisation_id, on=on).there_are)
