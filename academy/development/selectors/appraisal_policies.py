"""Which appraisal policy holds for an organisation on a day, and what it asks."""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from academy.development.models import AppraisalPolicy
from academy.development.rules.appraisal_years import AppraisalTerms
from academy.development.schema.appraisals import AppraisalPolicyFile


@dataclass(frozen=True)
class PolicyInForce:
    """A policy with its terms; without questions of its own it asks those of the policy for all."""

    policy: AppraisalPolicy
    terms: AppraisalTerms


def appraisal_policy_for(organisation_id: int | None, on: date) -> PolicyInForce | None:
    """The organisation's own policy in force, else the one for all; None where none was loaded. One query."""
    return appraisal_policies_for([organisation_id], on).get(organisation_id)


def appraisal_policies_for(organisation_ids: Collection[int | None], on: date) -> dict[int | None, PolicyInForce]:
    """The same for several organisations; those for which nothing holds are left out. One query."""
    rows = list(AppraisalPolicy.objects.holding_for(*organisation_ids, on=on))
    general = [row for row in rows if row.organisation_id is None]
    found = {}
    for organisation_id in organisation_ids:
        own = [row for row in rows if row.organisation_id == organisation_id and organisation_id is not None]
        candidates = [*own, *general]
        if candidates:
            found[organisation_id] = _in_force(candidates[0], candidates)
    return found


def terms_kept_by(policy: AppraisalPolicy, *, since: date) -> AppraisalTerms:
    """The terms of the version a meeting began under, also after another took its place. One query at most."""
    terms = _terms(policy)
    if terms.questions:
        return terms
    general = appraisal_policy_for(None, since)
    return replace(terms, questions=general.terms.questions) if general else terms


def _in_force(policy: AppraisalPolicy, candidates: list[AppraisalPolicy]) -> PolicyInForce:
    asked = (_terms(row).questions for row in candidates)
    questions = next((each for each in asked if each), ())
    return PolicyInForce(policy, replace(_terms(policy), questions=questions))


def _terms(policy: AppraisalPolicy) -> AppraisalTerms:
    return AppraisalPolicyFile.model_validate_json(json.dumps(policy.content)).terms
