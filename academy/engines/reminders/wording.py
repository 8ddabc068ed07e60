"""Days of deadlines in words, the same for every kind."""

from django.utils.formats import date_format

from academy.engines.reminders.deadlines import Told


def when(told: Told) -> str:
    """The day it is due and how near it is: "30 November, in 3 days", "30 November, which was yesterday"."""
    day = date_format(told.due_on, "j F" if told.due_on.year == told.on.year else "j F Y")
    return f"{day}, {_near(told.days_left)}"


def _near(days: int) -> str:
    near = {0: "which is today", 1: "which is tomorrow", -1: "which was yesterday"}
    return near.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")
