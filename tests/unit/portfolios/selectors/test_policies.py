from datetime import date

from academy.engines.reference.reading import read, sources_of
from portfolios.reference.evidence import EVIDENCE_POLICIES
from portfolios.rules.policy import PLAIN
from portfolios.selectors.policies import policy_for
from portfolios.services.evidence_policies import load_evidence_policy
from tests.factories.evidence import evidence_policy

TODAY = date(2026, 11, 23)


def test_plain_rules_hold_where_nothing_was_loaded(db):
    assert policy_for(None, TODAY) == PLAIN


def test_own_policy_holds_over_the_one_that_came_for_all(council, django_assert_num_queries):
    came = next(file.parsed for file in map(read, sources_of(EVIDENCE_POLICIES)) if file.parsed.organisation is None)
    own = evidence_policy(organisation=council.organisation.slug, observers=["line_manager"])
    for file in (came, own):
        load_evidence_policy(file, on=TODAY)
    with django_assert_num_queries(1):
        here = policy_for(council.organisation.pk, TODAY)
    elsewhere = policy_for(None, TODAY)
    assert (here.code, here.observers, here.scale) == ("2026", ("line_manager",), elsewhere.scale)
    assert (elsewhere.code, len(elsewhere.observers)) == ("default", 5)
    assert [each.picture for each in here.asked("child")] == ["listen", "kind", "explain", "safe"]
    assert (here.assignment.words, here.case_masks) == (3500, ("LAS-999999", "LCS-999999"))


def test_policy_of_another_day_does_not_hold(council):
    load_evidence_policy(evidence_policy(organisation=council.organisation.slug), on=TODAY)
    assert policy_for(council.organisation.pk, date(2025, 12, 31)) == PLAIN
