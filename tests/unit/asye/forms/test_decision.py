from datetime import date

from asye.forms.decision import DecideForm
from asye.rules.decision import Known

TODAY = date(2027, 1, 20)
KNOWN = Known(recommended="pass", is_confirmed=True, starts_on=date(2026, 1, 5), on=TODAY)


def form(step: str = "BG10, Level 1", **sent: str) -> DecideForm:
    return DecideForm(data=sent, known=KNOWN, step=step)


def test_a_grade_that_is_given_needs_its_first_day():
    asked = form(outcome="pass", confirmed_on="20 January 2027", gives_grade="on", grade_from_on="")
    assert asked.errors == {
        "grade_from_on": ["Enter the first day of the new grade, or take the tick away."],
    }


def test_a_day_nobody_understands_is_said_once():
    asked = form(outcome="pass", confirmed_on="soonish", gives_grade="on", grade_from_on="later")
    assert {name: len(errors) for name, errors in asked.errors.items()} == {"confirmed_on": 1, "grade_from_on": 1}


def test_without_the_tick_no_grade_is_given_and_without_a_step_none_is_asked_for():
    unticked = form(outcome="pass", confirmed_on="20 January 2027", grade_from_on="20 January 2027")
    assert (unticked.is_valid(), unticked.decision.grade_from_on) == (True, None)
    assert "gives_grade" not in form(step="").fields


def test_the_step_stands_beside_the_tick():
    ticked = form(outcome="pass", confirmed_on="20 January 2027", gives_grade="on", grade_from_on="1 February 2027")
    assert ticked.fields["gives_grade"].label == "Give her BG10, Level 1"
    assert (ticked.is_valid(), ticked.decision.grade_from_on) == (True, date(2027, 2, 1))
