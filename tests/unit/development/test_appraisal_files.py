import pytest
import yaml

from academy.development.reference.appraisals import APPRAISALS


@pytest.fixture(scope="module")
def policies():
    files = APPRAISALS.path.glob("*.yaml")
    read = [APPRAISALS.schema.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in files]
    return {policy.key: policy for policy in read}


def test_policies_are_one_for_all_and_bristols_my_performance(policies):
    assert {key: policy.name for key, policy in policies.items()} == {
        "all/default": "Appraisal",
        "bristol/my-performance": "My Performance",
    }


def test_every_policy_has_two_meetings_a_year(policies):
    assert {tuple(policy.terms.months) for policy in policies.values()} == {("review", "appraisal")}


def test_policy_for_all_is_one_template_for_both_parties_at_both_meetings(policies):
    terms = policies["all/default"].terms
    counts = {(kind, party): len(terms.asked(kind, party)) for kind in terms.months for party in ("person", "manager")}
    assert counts == {
        ("review", "person"): 5,
        ("review", "manager"): 3,
        ("appraisal", "person"): 6,
        ("appraisal", "manager"): 4,
    }
    assert policies["bristol/my-performance"].questions == []
