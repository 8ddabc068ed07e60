"""Which evidence policy holds for an organisation on a day."""

import json
from datetime import date, timedelta

from portfolios.models import EvidencePolicy
from portfolios.rules.policy import PLAIN, EvidenceRules
from portfolios.schema.evidence import EvidencePolicyFile


def policy_for(organisation_id: int | None, on: date) -> EvidenceRules:
    """What holds: the organisation's own policy in force, and for what it does not say the policy for all, the newest
    of each; the plain rules where nothing was loaded. One query: who asks for several things asks once.
    """
    found = list(EvidencePolicy.objects.holding_for(organisation_id, on=on))
    general = next((each for each in found if each.organisation_id is None), None)
    own = next((each for each in found if each.organisation_id is not None), None)
    rules = PLAIN
    for policy in (general, own):
        rules = _file(policy).over(rules) if policy is not None else rules
    return rules


def latest_day_shared(organisation_id: int, on: date) -> date:
    """Up to and with which day a portfolio can be shared from this one on. One query."""
    return on + timedelta(days=policy_for(organisation_id, on).periods.longest_share)


def _file(policy: EvidencePolicy) -> EvidencePolicyFile:
    return EvidencePolicyFile.model_validate_json(json.dumps(policy.content))
