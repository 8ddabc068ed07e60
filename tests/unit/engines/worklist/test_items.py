from datetime import date

import pytest

from academy.engines.worklist.items import Item, Urgency, most_urgent_first

TODAY = date(2028, 2, 29)


def item(what: str, *, due_on: date | None = None, waiting_since: date | None = None) -> Item:
    return Item(what=what, why="", url="/", action="Open", due_on=due_on, waiting_since=waiting_since)


@pytest.mark.parametrize(
    ("due_on", "urgency", "is_late"),
    [
        (None, Urgency.UNDATED, False),
        (date(2028, 2, 28), Urgency.LATE, True),
        (date(2028, 2, 29), Urgency.SOON, False),
        (date(2028, 3, 14), Urgency.SOON, False),
        (date(2028, 3, 15), Urgency.LATER, False),
    ],
)
def test_urgency_counts_days_up_to_and_with_the_last(due_on, urgency, is_late):
    one = item("Sign", due_on=due_on)

    assert (one.urgency(TODAY), one.is_late(TODAY)) == (urgency, is_late)


def test_items_are_ordered_late_then_by_day_then_by_waiting():
    ordered = [
        item("latest", due_on=date(2028, 1, 1)),
        item("late", due_on=date(2028, 2, 1)),
        item("today, waits longer", due_on=TODAY, waiting_since=date(2028, 1, 1)),
        item("today", due_on=TODAY, waiting_since=date(2028, 2, 1)),
        item("later", due_on=date(2029, 1, 1)),
        item("undated, waits longest", waiting_since=date(2027, 1, 1)),
        item("undated, waits", waiting_since=date(2028, 1, 1)),
        item("undated, a"),
        item("undated, b"),
    ]

    assert most_urgent_first(reversed(ordered), on=TODAY) == ordered
