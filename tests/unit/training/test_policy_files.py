import pytest
import yaml

from academy.training.choices import Applies
from academy.training.reference.policies import TRAINING_POLICIES


@pytest.fixture(scope="module")
def policies():
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in TRAINING_POLICIES.path.glob("*.yaml")]
    return {policy.key: policy for policy in map(TRAINING_POLICIES.schema.model_validate, files)}


def test_policies_are_one_for_all_and_those_of_three_councils(policies):
    assert set(policies) == {"all/default", "bexley/academy", "bristol/progression", "herefordshire/academy"}


def test_policy_of_bexley_decides_on_job_role_and_benefit(policies):
    line = next(line for line in policies["bexley/academy"].lines if line.applies == Applies.ALWAYS)
    assert (line.text, line.source) == (
        (
            "Applications are considered on a case by case basis having regard to the specific job role and the "
            "benefits to the organisation."
        ),
        "Bexley Professional Standards Academy, Masters qualifications",
    )


def test_policy_of_bristol_is_open_to_all_and_agreed_by_the_line_manager(policies):
    policy = policies["bristol/progression"]
    assert policy.needs_approval_here is True
    assert [line.text for line in policy.lines if line.applies == Applies.ALWAYS] == [
        (
            "Training is open to all at any time and should be agreed by the line manager and form part of "
            "‘My Performance’."
        )
    ]


def test_policies_differ_in_stages_and_limits(policies):
    stages = {key: [(each.decider, each.cost_over) for each in policy.stages] for key, policy in policies.items()}
    assert stages == {
        "all/default": [("academy_lead", 500), ("chief_officer", 5000)],
        "bexley/academy": [("service_manager", 250), ("academy_lead", 500)],
        "bristol/progression": [("academy_lead", 500), ("chief_officer", 3000)],
        "herefordshire/academy": [("service_manager", 300), ("academy_lead", 1000)],
    }


def test_every_policy_says_what_its_decisions_rest_on(policies):
    silent = [key for key, policy in policies.items() if not any(line.applies == "always" for line in policy.lines)]
    assert silent == []
