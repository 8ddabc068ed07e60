"""Which training policy holds for an organisation on a day, and what it says."""

from datetime import date

from academy.training.models import TrainingPolicy
from academy.training.rules.policies import Terms
from academy.training.schema.policy import TermsPart

# Holds where no file was loaded yet; nothing can be submitted under it.
PLAIN = TrainingPolicy(code="plain", valid_from=date(2020, 1, 1), content={})


def policy_for(organisation_id: int | None, *, on: date) -> TrainingPolicy:
    """The organisation's own policy in force, else the one for all; the newest where two hold. One query."""
    return TrainingPolicy.objects.holding_for(organisation_id, on=on).first() or PLAIN


def terms_of(policy: TrainingPolicy | None) -> Terms:
    """What a version says, as rules read it; without one, as for a draft, the plain terms."""
    return TermsPart.model_validate(policy.content).terms if policy else Terms()


def terms_for(organisation_id: int | None, *, on: date) -> Terms:
    """What holds in an organisation on a day. One query."""
    return terms_of(policy_for(organisation_id, on=on))
