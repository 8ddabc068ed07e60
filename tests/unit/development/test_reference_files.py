import pytest
import yaml

from academy.development.choices import Kind
from academy.development.reference import POLICIES
from academy.frameworks.reference import FRAMEWORKS


def parsed(kind):
    return [
        kind.schema.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in kind.path.glob("*.yaml")
    ]


@pytest.fixture(scope="module")
def policies():
    return {policy.key: policy for policy in parsed(POLICIES)}


def test_policies_are_one_for_all_bexleys_and_bristols(policies):
    assert set(policies) == {"all/default", "bexley/everyday-learning", "bristol/career-progression"}


def test_policy_of_bristol_alone_asks_for_peer_learning_every_12_weeks(policies):
    asked = {key: policy.peer_weeks for key, policy in policies.items()}
    assert asked == {"all/default": None, "bexley/everyday-learning": None, "bristol/career-progression": 12}


def test_policy_for_all_asks_every_kind_about_all_three_texts(policies):
    questions = policies["all/default"].questions
    asked = {kind for kind, part in questions.items() if part.happened and part.learnt and part.impact}
    assert asked == set(Kind)


def test_policy_of_bexley_has_the_words_of_its_offer_and_the_shares_of_the_guide(policies):
    policy = policies["bexley/everyday-learning"]
    guide = policy.guide
    assert (policy.approach, policy.motto) == ("Everyday Learning", "Begin, Flourish, Excel")
    assert (guide.experience, guide.others, guide.formal) == (70, 20, 10)


def test_policies_suggest_only_statements_a_framework_file_holds(policies):
    held = {
        f"{file.framework.code}/{line.code}"
        for file in parsed(FRAMEWORKS)
        for version in file.versions
        for line in version.statements
    }
    suggested = {key for policy in policies.values() for part in policy.questions.values() for key in part.suggests}
    assert suggested - held == set()
    assert "pcf/6" in suggested
