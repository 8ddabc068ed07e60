"""Which edition of the rules holds for a panel, and what an edition says."""

import json
from datetime import date
from functools import lru_cache

from academy.identity.models import Organisation
from panels.models import PanelPolicy
from panels.rules.policy import PanelRules
from panels.schema.policy import PanelPolicyFile

# Editions that are read again and again by one process; the same content always says the same.
EDITIONS_KEPT = 64


def rules_of(policy: PanelPolicy) -> PanelRules:
    """What an edition says, as the rules read it; the same content is read once by a process."""
    return _read(json.dumps(policy.content, sort_keys=True))


def policy_in_force(organisation: Organisation, purpose: str, on: date) -> PanelPolicy | None:
    """The edition for a panel of that purpose (`pathways.choices.SittingPurpose`) that begins on the day: the
    organisation's own, else the one for all; None where there is none. One query."""
    return PanelPolicy.objects.holding_for(organisation.pk, on=on).filter(purpose=purpose).first()


@lru_cache(maxsize=EDITIONS_KEPT)
def _read(content: str) -> PanelRules:
    return PanelPolicyFile.model_validate_json(content).rules
