from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.changes import Change
from academy.people.choices import RoleCode
from portfolios.models import EvidencePolicy
from portfolios.services.evidence_policies import (
    load_evidence_policy,
    publish_evidence_policy,
    withdraw_evidence_policy,
)
from tests.factories.evidence import evidence_policy
from tests.factories.people import NOW, as_actor, holder_of

TODAY = date(2026, 11, 23)


def test_policy_of_a_file_is_written_once_changed_after_and_ended(council):
    own = {"organisation": council.organisation.slug}
    key = f"{council.organisation.slug}/2026"
    assert load_evidence_policy(evidence_policy(**own), on=TODAY) == [Change("added", key)]
    assert load_evidence_policy(evidence_policy(**own), on=TODAY) == []
    changed = load_evidence_policy(evidence_policy(**own, title="Evidence"), on=TODAY)
    assert changed == [Change("changed", key, ("content", "checksum"))]
    assert withdraw_evidence_policy(key, on=TODAY) == [Change("withdrawn", key)]


def test_lead_publishes_her_organisations_own(council):
    lead = as_actor(holder_of(RoleCode.ACADEMY_LEAD, council.organisation))
    said = {"organisation": council.organisation, "content": evidence_policy(), "at": NOW}
    policy = publish_evidence_policy(**said, by=lead)
    assert (policy.origin, policy.published_by_id) == ("published", lead.person_id)
    assert Event.objects.get().act == "portfolios.policy.publish"


def test_anybody_else_is_refused(council):
    with pytest.raises(Refused, match="Only the academy lead"):
        publish_evidence_policy(
            organisation=council.organisation, content=evidence_policy(), by=council.managing, at=NOW
        )
    assert EvidencePolicy.objects.count() == 0
