import pytest

from panels.rules.reasons import is_reasoned


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [
        ("She left the service in May.", None),
        ("x" * 500, None),
        ("", ("Say why.", "reason")),
        (" \n", ("Say why.", "reason")),
        ("x" * 501, ("Use at most 500 characters.", "reason")),
    ],
)
def test_reason_is_said_and_no_longer_than_is_kept(reason, refusal):
    found = is_reasoned(reason, asks="Say why.")

    assert (None if found.allowed else (found.reason, found.field)) == refusal


def test_reason_under_another_question_is_refused_there():
    assert is_reasoned("", asks="Say why.", field="words").field == "words"
