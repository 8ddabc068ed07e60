import pytest
from pydantic import ValidationError

from portfolios.rules.policy import PLAIN, FeedbackQuestion, Grade, Length, Periods
from portfolios.schema.evidence import EvidencePolicyFile
from tests.factories.evidence import evidence_policy

PICTURES = [{"code": "kind", "asks": "Is she kind to you?", "picture": "kind"}]


def test_policy_says_only_what_is_its_own_over_the_rules_before():
    rules = evidence_policy(scale=[{"code": "no", "words": "No"}, {"code": "yes", "words": "Yes"}]).over(PLAIN)
    assert (rules.title, rules.scale_codes) == ("Evidence of practice", ["no", "yes"])
    assert (rules.observers, rules.breach_hours, rules.questions) == (PLAIN.observers, 48, PLAIN.questions)


def test_form_of_feedback_that_is_asked_otherwise_takes_only_that_form():
    rules = evidence_policy(feedback={"child": PICTURES}).over(PLAIN)
    assert rules.asked("child") == (FeedbackQuestion("kind", "Is she kind to you?", "kind"),)
    assert rules.asked("adult") == PLAIN.asked("adult")


def test_days_that_are_not_said_stay():
    rules = evidence_policy(days={"feedback_link": 7}).over(PLAIN)
    assert rules.periods == Periods(feedback_link=7, observation_link=30, longest_share=366)


def test_every_part_is_read():
    words = {"well": "What went well?", "better": "What else, please?", "more": "Anything more?"}
    said = {
        "feedback": {"adult": words, "professional": words, "easy": PICTURES, "child": PICTURES},
        "observers": ["peer"],
        "breach": {"correct_hours": 24, "tell": "principal_social_worker", "address": "governance@council.example"},
        "case_numbers": ["LAS-999999"],
        "assignment": {"words": 2000, "percent": 5},
    }
    rules = evidence_policy(**said).over(PLAIN)
    assert [each.code for each in rules.asked("professional")] == ["well", "better", "more"]
    assert (rules.observers, rules.case_masks) == (("peer",), ("LAS-999999",))
    assert (rules.breach_hours, rules.tells_role) == (24, "principal_social_worker")
    assert (rules.tells_address, rules.assignment) == ("governance@council.example", Length(words=2000, percent=5))


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"organisation": None}, "the policy for all says everything; these are not there: scale, feedback"),
        ({"organisation": None, "feedback": {"child": PICTURES}}, "assignment, adult, professional, easy"),
        ({"scale": [{"code": "good", "words": "Good"}] * 2}, "grade said more than once: good"),
        ({"feedback": {"easy": PICTURES * 2}}, "question said more than once: kind"),
        ({"case_numbers": ["AB-999"]}, "a case number has 4 digits or more: AB-999"),
        ({"case_numbers": ["9999-x"]}, "String should match pattern"),
        ({"days": {"feedback_link": 0}}, "greater than or equal to 1"),
        ({"valid_to": "2000-01-01"}, "before it starts"),
    ],
)
def test_policy_that_cannot_be_is_refused(said, fault):
    with pytest.raises(ValidationError, match=fault):
        evidence_policy(**said)


def test_shape_of_the_plain_rules_is_whole():
    assert PLAIN.scale[2] == Grade("good", "Good")
    assert {form: len(asked) for form, asked in PLAIN.questions.items()} == {
        "adult": 3,
        "professional": 3,
        "easy": 3,
        "child": 3,
    }
    assert EvidencePolicyFile.model_fields.keys() >= {"scale", "feedback", "observers", "breach", "assignment"}
