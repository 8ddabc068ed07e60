import pytest

from portfolios.rules.words import ANY_LENGTH, Words, in_words, words_in


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (Words(1000, 3000), "1,000 to 3,000 words"),
        (Words(200), "at least 200 words"),
        (Words(most=3500), "at most 3,500 words"),
        (ANY_LENGTH, ""),
    ],
)
def test_range_is_told_in_words(asked, says):
    assert (asked.says, bool(asked)) == (says, bool(says))


@pytest.mark.parametrize(
    ("asked", "number", "wrong"),
    [
        (Words(3150, 3850), 3149, "has 3,149 words; 3,150 to 3,850 words are asked. Write 1 more."),
        (Words(3150, 3850), 3150, ""),
        (Words(3150, 3850), 3850, ""),
        (Words(3150, 3850), 3851, "has 3,851 words; 3,150 to 3,850 words are asked. Take out 1."),
        (Words(2), 1, "has 1 word; at least 2 words are asked. Write 1 more."),
        (Words(most=2), 5000, "has 5,000 words; at most 2 words are asked. Take out 4,998."),
        (ANY_LENGTH, 0, ""),
    ],
)
def test_length_outside_the_range_is_told_with_what_to_do(asked, number, wrong):
    assert asked.wrong(number) == wrong


def test_words_are_what_stands_between_spaces():
    assert (words_in("Mrs A\ndecided  – herself."), words_in("  "), in_words(1)) == (5, 0, "1 word")
