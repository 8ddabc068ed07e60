"""When a review is held, and what it may ask to be done."""

from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision, refused


def can_hold(*, held_on: date, today: date) -> Decision:
    """A review is held on a day that has come."""
    return refused("This day is still to come. Note the findings when it was held.") if held_on > today else ALLOWED


def can_ask_for(*, is_held: bool) -> Decision:
    """Actions come out of findings."""
    return ALLOWED if is_held else refused("Note the findings first. Actions come out of them.")


def is_due_in_time(*, due_on: date, today: date) -> Decision:
    """Something is to be done by a day to come."""
    return ALLOWED if due_on >= today else refused("Give today or a day to come.")


def can_finish(*, done_on: date | None) -> Decision:
    """An action is finished once."""
    return ALLOWED if done_on is None else refused("This is done already.")
