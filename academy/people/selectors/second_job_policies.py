"""Which second job policy holds for an organisation on a day, and what it says."""

from datetime import date

from academy.people.models import SecondJobPolicy
from academy.people.rules.second_jobs import SecondJobTerms
from academy.people.schema.second_jobs import SecondJobTermsPart


def policy_for(organisation_id: int | None, *, on: date) -> SecondJobPolicy | None:
    """The organisation's own policy in force, else the one for all; the newest where two hold; None where no file was
    loaded yet. One query."""
    return SecondJobPolicy.objects.holding_for(organisation_id, on=on).first()


def terms_of(policy: SecondJobPolicy | None) -> SecondJobTerms:
    """What a version says, as rules read it; without one the plain terms."""
    return SecondJobTermsPart.model_validate(policy.content).terms if policy else SecondJobTerms()
