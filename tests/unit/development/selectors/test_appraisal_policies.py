from datetime import date

import pytest

from academy.development.models import AppraisalPolicy
from academy.development.selectors.appraisal_policies import (
    appraisal_policies_for,
    appraisal_policy_for,
    terms_kept_by,
)
from academy.development.services.appraisal_policies import load_appraisal_policy
from tests.factories.plans import AppraisalPolicyFactory, appraisal_file

TODAY = date(2026, 11, 17)


@pytest.fixture
def general(db):
    load_appraisal_policy(appraisal_file(name="Appraisal"), on=TODAY)
    return AppraisalPolicy.objects.get(organisation=None)


def test_without_a_policy_nothing_holds(council):
    assert appraisal_policy_for(council.organisation.pk, TODAY) is None


def test_own_policy_holds_before_the_one_for_all_and_asks_its_questions(council, general, django_assert_num_queries):
    load_appraisal_policy(appraisal_file(organisation=council.organisation.slug, questions=[]), on=TODAY)
    with django_assert_num_queries(1):
        found = appraisal_policies_for([council.organisation.pk, None], TODAY)

    assert [each.terms.name for each in found.values()] == ["My Performance", "Appraisal"]
    assert [[asked.code for asked in each.terms.questions] for each in found.values()] == [
        ["well", "halfway", "seen"],
        ["well", "halfway", "seen"],
    ]


def test_meeting_keeps_the_terms_of_the_version_it_began_under(council, general):
    own = appraisal_file(organisation=council.organisation.slug, questions=[])
    kept = AppraisalPolicyFactory(content=own.model_dump(mode="json"))
    assert [asked.code for asked in terms_kept_by(kept, since=TODAY).questions] == ["well", "halfway", "seen"]
    assert terms_kept_by(general, since=TODAY).name == "Appraisal"


def test_meeting_of_a_policy_without_questions_and_without_one_for_all_asks_nothing(db):
    own = appraisal_file(organisation="bristol", questions=[])
    kept = AppraisalPolicyFactory(content=own.model_dump(mode="json"))
    assert terms_kept_by(kept, since=TODAY).questions == ()
