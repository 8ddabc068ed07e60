from datetime import date

import pytest

from academy.engines.workflow.decisions import ALLOWED
from academy.people.rules.decisions import refused
from academy.people.rules.endings import can_end, is_alone, is_in_order
from academy.people.rules.spans import Span

FIRST = date(2024, 2, 29)


@pytest.mark.parametrize("last_day", [FIRST, date(2024, 3, 31)])
def test_something_dated_may_end_on_its_first_day_or_later(last_day):
    assert can_end(Span(FIRST), last_day) == ALLOWED


def test_something_dated_does_not_end_before_it_began():
    assert can_end(Span(FIRST), date(2024, 2, 28)) == refused(
        "This began on 29 February 2024. Give that day or a later one.", "last_day"
    )


def test_something_ended_does_not_end_again():
    assert can_end(Span(FIRST, date(2024, 3, 1)), date(2024, 4, 1)) == refused("This ends on 1 March 2024 already.")


def test_days_in_the_wrong_order_are_refused_at_the_last_day():
    assert is_in_order(Span(FIRST, date(2024, 2, 28))) == refused(
        "The last day is before the first. Give a later last day.", "until_on"
    )
    assert is_in_order(Span(FIRST, FIRST)) == ALLOWED
    assert is_in_order(Span(FIRST)) == ALLOWED


@pytest.mark.parametrize(
    ("until", "words"), [(date(2024, 3, 31), "from 1 March 2024 to 31 March 2024"), (None, "from 1 March 2024 on")]
)
def test_other_that_shares_a_day_is_named_with_its_days(until, words):
    other = Span(date(2024, 3, 1), until)

    assert is_alone(Span(FIRST), [other], what="an absence") == refused(
        f"There is an absence {words} already. Change that one instead.", "from_on"
    )


def test_other_that_shares_no_day_is_no_hindrance():
    assert is_alone(Span(FIRST, FIRST), [Span(date(2024, 3, 1))], what="an absence") == ALLOWED
