from dataclasses import replace
from datetime import date

import pytest

from panels.choices.panels import Names
from panels.rules.parts_of_policy import Triggers
from panels.rules.policy import PLAIN
from panels.selectors.policies import policy_in_force, rules_of
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import PanelPolicyFactory

pytestmark = pytest.mark.django_db
JANUARY, JUNE = date(2026, 1, 1), date(2026, 6, 1)


def test_policy_of_the_organisation_holds_before_the_one_for_all(django_assert_num_queries):
    council, other = OrganisationFactory(), OrganisationFactory()
    for_all = PanelPolicyFactory(valid_from=JANUARY)
    own = PanelPolicyFactory(organisation=council, valid_from=JANUARY, valid_to=date(2026, 12, 31))
    later = PanelPolicyFactory(organisation=council, valid_from=JUNE)
    PanelPolicyFactory(organisation=other, purpose="moderation", valid_from=JANUARY)

    with django_assert_num_queries(1):
        assert policy_in_force(council, "progression", JANUARY) == own
    assert policy_in_force(council, "progression", JUNE) == later
    assert policy_in_force(other, "progression", JUNE) == for_all
    assert policy_in_force(council, "progression", date(2025, 12, 31)) is None
    assert policy_in_force(council, "moderation", JUNE) is None


def test_edition_withdrawn_holds_no_longer():
    council = OrganisationFactory()
    for_all = PanelPolicyFactory(valid_from=JANUARY)
    PanelPolicyFactory(organisation=council, valid_from=JANUARY, withdrawn_on=JUNE)
    assert policy_in_force(council, "progression", JUNE) == for_all


def test_rules_are_those_of_the_content_and_read_once_while_it_stays_the_same():
    rules = replace(PLAIN, triggers=Triggers(random_percent=25))
    policy = PanelPolicyFactory(panel_rules=rules)
    blind = PanelPolicyFactory(panel_rules=replace(rules, names=Names.BLIND))
    assert rules_of(policy) == rules
    assert rules_of(policy) is rules_of(PanelPolicyFactory(panel_rules=rules))
    assert rules_of(blind).names == Names.BLIND
