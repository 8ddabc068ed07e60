"""What follows a pass: in sentences, and the day from which the grade is proposed."""

from datetime import date

import pytest

from asye.choices.ending import GradeFrom
from asye.rules.after_pass import after_words, grade_from_on
from asye.rules.parts_of_policy import OnPass

END, DECIDED = date(2027, 1, 31), date(2027, 3, 10)
PROBATION = "Probation of 12 months from the start of the post; it ends as much later as the year does."


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (OnPass(), [PROBATION]),
        (OnPass(probation_months=0), ["No probation."]),
        (OnPass(is_condition=True), ["Passing is a condition of confirmed employment.", PROBATION]),
        (
            OnPass(grade="BG10", level="level-1", grade_from=GradeFrom.END, words="Ask.", probation_months=1),
            [
                "Grade BG10, level-1, from the day after the year ends.",
                "Ask.",
                "Probation of 1 month from the start of the post; it ends as much later as the year does.",
            ],
        ),
    ],
)
def test_what_follows_is_told_in_sentences(step, says):
    assert after_words(step) == says


@pytest.mark.parametrize(
    ("step", "ends_on", "day"),
    [
        (OnPass(), END, DECIDED),
        (OnPass(grade="A", grade_from=GradeFrom.END), END, date(2027, 2, 1)),
        (OnPass(grade="A", grade_from=GradeFrom.END), None, DECIDED),
    ],
)
def test_grade_is_proposed_from_the_decision_or_dated_back_to_the_end(step, ends_on, day):
    assert grade_from_on(step, ends_on=ends_on, decided_on=DECIDED) == day
