import pytest

from academy.development.rules.handover import answers_to
from academy.development.rules.renewals import Question

SHORT = Question(label="Learnt", source="learnt", most=5)


@pytest.mark.parametrize(
    ("question", "text", "counted", "warning"),
    [
        (SHORT, "12345", "5 of at most 5 characters.", ""),
        (
            SHORT,
            "123456",
            "6 of at most 5 characters.",
            "Too long by 1 character. Shorten it in your entry or on the regulator’s site.",
        ),
        (
            Question(label="Learnt", source="learnt", most=5, is_confirmed=False),
            "1\r\n2",
            "3 of at most 5 characters (to be confirmed).",
            "",
        ),
        (Question(label="Learnt", source="learnt"), "x" * 5000, "5,000 characters.", ""),
        (SHORT, " ", "0 of at most 5 characters.", "Empty. Write it in your entry, then choose the pieces again."),
        (
            Question(label="Learnt", source="learnt", is_optional=True),
            "",
            "0 characters.",
            "Empty. This piece may go without it; one of your pieces needs it.",
        ),
    ],
)
def test_answer_is_counted_and_warned_of_in_words(question, text, counted, warning):
    (answer,) = answers_to((question,), {"learnt": text})
    assert (answer.counted, answer.warning) == (counted, warning)


def test_answers_come_in_the_regulators_order_and_what_was_not_said_is_empty():
    questions = (Question(label="B", source="impact"), Question(label="A", source="learnt"))
    answers = answers_to(questions, {"learnt": "More"})
    assert [(answer.question.label, answer.text) for answer in answers] == [("B", ""), ("A", "More")]
