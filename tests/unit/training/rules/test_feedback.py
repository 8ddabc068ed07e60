from datetime import date

import pytest

from academy.training.rules.feedback import Given, Summary, asked_until, summary_of

GIVEN = [Given(4, "Zeal", ""), Given(2, "", "A break"), Given(4, "Calm", "")]


@pytest.mark.parametrize("few", [0, 1, 2])
def test_fewer_than_three_are_told_as_a_number_only(few):
    found = summary_of(GIVEN[:few], attended=9)

    assert (found, found.is_told) == (Summary(given=few, attended=9), False)


def test_three_are_told_as_totals_and_texts_in_no_order_of_theirs():
    found = summary_of(GIVEN, attended=9)

    assert (found.given, found.attended, found.is_told) == (3, 9, True)
    assert found.answers == (("Very", 2), ("Mostly", 0), ("A little", 1), ("Not at all", 0))
    assert (found.takes_along, found.better) == (("Calm", "Zeal"), ("A break",))


def test_feedback_is_asked_for_four_weeks():
    assert asked_until(date(2026, 11, 10)) == date(2026, 12, 8)
