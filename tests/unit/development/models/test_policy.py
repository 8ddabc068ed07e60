from datetime import date

import pytest
from django.db import IntegrityError

from academy.development.models import CpdPolicy
from academy.development.rules.balance import Shares
from academy.development.rules.stretches import Rhythm
from tests.factories.development import CpdPolicyFactory
from tests.factories.identity import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"rhythm_weeks": 0}, "cpdpolicy_weeks_1_to_52"),
        ({"rhythm_weeks": 53}, "cpdpolicy_weeks_1_to_52"),
        ({"peer_weeks": 0}, "cpdpolicy_peer_weeks_1_to_52"),
        ({"peer_weeks": 53}, "cpdpolicy_peer_weeks_1_to_52"),
        ({"share_formal": 11}, "cpdpolicy_shares_are_100"),
        ({"approach": ""}, "cpdpolicy_has_approach"),
        ({"valid_to": date(2025, 12, 31)}, "cpdpolicy_dates_in_order"),
    ],
)
def test_policy_that_breaks_an_invariant_is_refused_by_the_database(change, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        CpdPolicyFactory(**change)


@pytest.mark.parametrize("has_organisation", [True, False])
@pytest.mark.parametrize("change", [{"code": "other"}, {"valid_from": date(2027, 1, 1)}])
def test_policy_with_the_code_or_first_day_of_another_is_refused_by_the_database(has_organisation, change):
    organisation = OrganisationFactory() if has_organisation else None
    CpdPolicyFactory(organisation=organisation, code="one")
    with pytest.raises(IntegrityError, match=r"cpdpolicy_(code|start)_once"):
        CpdPolicyFactory(organisation=organisation, **{"code": "one", **change})


def test_policies_of_two_organisations_may_have_the_same_code_and_day():
    for _ in range(2):
        CpdPolicyFactory(organisation=OrganisationFactory(), code="one")
    assert CpdPolicy.objects.filter(code="one").count() == 2


def test_policy_gives_its_rhythm_and_guide():
    policy = CpdPolicyFactory(rhythm_weeks=8, share_experience=60, share_others=30, share_formal=10)
    assert policy.rhythm == Rhythm(date(2025, 10, 13), 8)
    assert policy.guide == Shares(60, 30, 10)
    assert str(policy) == "Everyday Learning from 2026-01-01"
