import pytest

from academy.development.choices import EntryState
from academy.ui.states import Shape, State


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (EntryState.DRAFT, State("Draft", Shape.DOING)),
        (EntryState.KEPT, State("Kept", Shape.MET)),
        (EntryState.WITHDRAWN, State("Withdrawn", Shape.NOT_YET)),
    ],
)
def test_state_has_a_word_and_a_shape(state, expected):
    assert state.state == expected
