"""A date of a year says what is to be done until it is, and then what was."""

import pytest

from asye.choices.year import MilestoneKind


@pytest.mark.parametrize(
    ("kind", "ahead"),
    [
        (MilestoneKind.AGREEMENT, "Agreement to be signed"),
        (MilestoneKind.SUBMISSION, "Portfolio to be handed in"),
        (MilestoneKind.PANEL, "Moderation panel"),
    ],
)
def test_title_of_a_date_says_what_is_to_be_done_and_what_was(kind, ahead):
    titles = [kind.worded(str(kind.label), is_done=is_done) for is_done in (False, True)]

    assert titles == [ahead, str(kind.label)]
