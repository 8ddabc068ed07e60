"""When a review is held, and what it may ask to be done."""

from datetime import date

import pytest

from academy.training.rules import reviews

TODAY, TOMORROW, YESTERDAY = date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 16)


@pytest.mark.parametrize(("held_on", "allowed"), [(YESTERDAY, True), (TODAY, True), (TOMORROW, False)])
def test_review_is_held_on_a_day_that_has_come(held_on, allowed):
    assert reviews.can_hold(held_on=held_on, today=TODAY).allowed == allowed


@pytest.mark.parametrize("is_held", [True, False])
def test_actions_come_out_of_findings(is_held):
    assert reviews.can_ask_for(is_held=is_held).allowed == is_held


@pytest.mark.parametrize(("due_on", "allowed"), [(YESTERDAY, False), (TODAY, True), (TOMORROW, True)])
def test_action_is_due_today_or_later(due_on, allowed):
    assert reviews.is_due_in_time(due_on=due_on, today=TODAY).allowed == allowed


@pytest.mark.parametrize(("done_on", "reason"), [(None, ""), (TODAY, "This is done already.")])
def test_action_is_finished_once(done_on, reason):
    assert reviews.can_finish(done_on=done_on).reason == reason
