import pytest

from academy.engines.workflow.decisions import ALLOWED, Decision, refused


def test_refusal_carries_its_reason():
    assert refused("Keep it first.") == Decision(allowed=False, reason="Keep it first.")


def test_refusal_without_a_reason_is_a_bug():
    with pytest.raises(ValueError, match="A refusal says why"):
        Decision(False)


def test_yes_needs_no_reason():
    assert (ALLOWED.allowed, ALLOWED.reason) == (True, "")
