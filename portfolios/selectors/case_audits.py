"""Case audits: what the auditor is to the practitioner on a day, and the grades she chooses from."""

from datetime import date

from academy.people.selectors.line_management import organisations_managed
from portfolios.choices.evidence import Auditor
from portfolios.models import CaseAudit, Evidence
from portfolios.selectors.policies import policy_for


def relation_of(auditor_id: int, evidence: Evidence, *, on: date) -> Auditor:
    """The line manager, or her deputy, of that day is no independent auditor; anybody else is (S2-71). One query."""
    managed = organisations_managed(evidence.person_id, by=auditor_id, on=on)
    return Auditor.LINE_MANAGER if evidence.organisation_id in managed else Auditor.INDEPENDENT


def grades_of(audit: CaseAudit, *, on: date) -> list[tuple[str, str]]:
    """The frozen scale from the best grade to the worst, in the policy's words. One query."""
    rules = policy_for(audit.evidence.organisation_id, on)
    return [(code, rules.grade_words(code)) for code in reversed(audit.scale)]
