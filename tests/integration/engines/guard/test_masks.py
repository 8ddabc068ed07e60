"""An organisation's case numbers come from its evidence policy."""

import pytest

from academy.engines.guard.masks import masks_for
from academy.engines.guard.rules import hits_in
from portfolios.services.evidence_policies import load_evidence_policy
from tests.factories.evidence import evidence_policy
from tests.factories.identity import TODAY, OrganisationFactory

pytestmark = pytest.mark.django_db


def test_case_number_of_the_organisation_s_policy_is_found_there_and_nowhere_else():
    here, elsewhere = OrganisationFactory(), OrganisationFactory()
    load_evidence_policy(evidence_policy(organisation=here.slug, case_numbers=["LAS-999999"]), on=TODAY)
    masks = [masks_for(each, TODAY) for each in (here.pk, elsewhere.pk, None)]
    assert masks == [("LAS-999999",), (), ()]
    assert [hit.text for hit in hits_in("In LAS-123456 she", masks=masks[0])] == ["LAS-123456"]
