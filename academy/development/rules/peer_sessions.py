"""When a peer learning session may be planned, joined and noted. Pure."""

from collections.abc import Collection
from datetime import date, timedelta

from academy.engines.workflow.decisions import ALLOWED, Decision, refused

FAR = timedelta(days=366)


def can_plan(*, held_on: date, today: date) -> Decision:
    """A session is planned for today or a day of the coming year."""
    if held_on < today:
        return refused("This day is past. Give today or a day to come.")
    return refused("This is more than a year away. Give a nearer day.") if held_on > today + FAR else ALLOWED


def can_join(*, is_planned: bool, held_on: date, today: date) -> Decision:
    """One joins, or leaves again, while the session is still to come."""
    if not is_planned:
        return refused("This session is over or cancelled. Choose one that is still to come.")
    return refused("This session was on an earlier day. Who led it notes who came.") if held_on < today else ALLOWED


def can_note(*, held_on: date, today: date) -> Decision:
    """Who came is noted on the day or after it."""
    return (
        refused("This day is still to come. Note who came when the session was held.") if held_on > today else ALLOWED
    )


def can_have_come(*, said: Collection[int], known: Collection[int]) -> Decision:
    """Only colleagues of the organisation can have come."""
    return ALLOWED if set(said) <= set(known) else refused("Choose from the colleagues shown.")


def next_by(latest: date | None, *, weeks: int, today: date) -> date:
    """The last day by which the next session keeps the rhythm; today where there was none yet, or it is overdue."""
    return max(today, latest + timedelta(weeks=weeks)) if latest else today
