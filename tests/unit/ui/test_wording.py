import pytest

from academy.ui.wording import beginning, counted, in_a_row, within


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


@pytest.mark.parametrize(
    ("words", "begins", "stands_within"),
    [
        ("line manager", "Line manager", "line manager"),
        ("Review by ASYE", "Review by ASYE", "review by ASYE"),
        ("", "", ""),
    ],
)
def test_only_the_first_letter_changes_where_words_begin_or_stand_within(words, begins, stands_within):
    assert (beginning(words), within(words)) == (begins, stands_within)


@pytest.mark.parametrize(("number", "said"), [(0, "0 working days"), (1, "1 working day"), (3, "3 working days")])
def test_number_stands_with_what_it_counts(number, said):
    assert counted(number, "working day") == said
