import pytest

from portfolios.rules.policy import PLAIN, Length


@pytest.mark.parametrize(
    ("words", "differs", "said"),
    [
        (3149, -1, "3,149 words: 1 under 3,500 words, give or take 10 per cent."),
        (3150, 0, "3,150 words: within 3,500 words, give or take 10 per cent."),
        (3850, 0, "3,850 words: within 3,500 words, give or take 10 per cent."),
        (3851, 1, "3,851 words: 1 over 3,500 words, give or take 10 per cent."),
    ],
)
def test_length_tells_over_and_under_at_the_limit(words, differs, said):
    length = Length(words=3500, percent=10)
    assert (length.differs(words), length.said(words)) == (differs, said)


def test_least_is_rounded_up_and_most_down():
    length = Length(words=1001, percent=10)
    assert (length.least, length.most) == (901, 1101)


def test_grade_of_another_scale_is_told_by_its_code():
    assert (PLAIN.grade_words("good"), PLAIN.grade_words("below-standard")) == ("Good", "Below standard")


def test_form_nobody_asks_has_no_questions():
    assert PLAIN.asked("postcard") == ()
