"""The room of words: shortened at a word, wrapped, never wider than there is room."""

from hypothesis import given
from hypothesis import strategies as st

from pathways.drawing.letters import MORE, fitting, longest_word, shortened, width_of, wrapped

WORDS = st.text(alphabet="aiWm ö-", max_size=60)


@given(words=WORDS, room=st.floats(20, 400), bold=st.booleans())
def test_shortened_words_have_room(words: str, room: float, bold: bool):
    assert width_of(shortened(words, room, bold=bold), bold=bold) <= room


@given(words=WORDS, room=st.floats(20, 400), lines=st.integers(1, 4))
def test_wrapped_words_have_room_in_every_line(words: str, room: float, lines: int):
    made = wrapped(words, room, lines=lines)
    assert len(made) <= lines
    assert [line for line in made if width_of(line) > room] == []


def test_words_are_cut_between_words_where_enough_is_left():
    assert shortened("Court of Protection training", 130) == f"Court of Protection{MORE}"
    assert shortened("Wholesomeness and more", 60) == f"Wholes{MORE}"
    assert shortened("Short", 200) == "Short"


def test_first_words_with_room_are_taken_else_the_last_shortened():
    assert fitting(["Best Interests Assessor", "BIA"], 60) == "BIA"
    assert fitting(["BIA"], 60) == "BIA"
    assert fitting(["Best Interests Assessor", "Assessor of interests"], 75) == f"Assessor{MORE}"


def test_whole_words_fill_a_line_before_the_next():
    assert wrapped("Panel in June or September", 95, lines=3) == ("Panel in June", "or September")
    assert wrapped("", 80, lines=3) == ()
    assert longest_word("Panel in September") == width_of("September")
