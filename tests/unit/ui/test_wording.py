import pytest

from academy.ui.wording import in_a_row


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["Amara"], "Amara"),
        (["Amara", "Dan"], "Amara and Dan"),
        (["Amara", "Dan", "Jo"], "Amara, Dan and Jo"),
    ],
)
def test_words_stand_in_a_row(words, said):
    assert in_a_row(iter(words)) == said


def test_last_word_is_joined_as_asked():
    assert in_a_row(["Amara", "Dan", "Jo"], last="or") == "Amara, Dan or Jo"
