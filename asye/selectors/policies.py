"""Which edition of the programme holds for whom, and what an edition says."""

import json
from collections.abc import Iterable
from datetime import date

from asye.choices.enrolments import Programme
from asye.models import AsyePolicy, Enrolment
from asye.rules.policy import AsyeRules
from asye.schema.policy import AsyePolicyFile


def rules_of(policy: AsyePolicy) -> AsyeRules:
    """What an edition says, as the rules read it."""
    return AsyePolicyFile.model_validate_json(json.dumps(policy.content)).rules


def rules_by_policy(enrolments: Iterable[Enrolment]) -> dict[int, AsyeRules]:
    """What the editions of these years say, each read once."""
    policies = {each.policy_id: each.policy for each in enrolments}
    return {pk: rules_of(policy) for pk, policy in policies.items()}


def policy_for(organisation_id: int, *, service: str, on: date, programme: str = Programme.ASYE) -> AsyePolicy | None:
    """The edition for somebody who starts in that sort of service on the day: the organisation's own, else the one for
    all; None where there is none. One query."""
    found = AsyePolicy.objects.holding_for(organisation_id, on=on)
    return found.filter(service=service, programme=programme).first()
