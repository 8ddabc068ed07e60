from datetime import date

import pytest

from academy.engines.worklist.items import Item
from academy.engines.worklist.wording import todo
from academy.ui.lists import Todo

TODAY = date(2026, 11, 17)


def item(*, due_on: date | None = None, waiting_since: date | None = None) -> Item:
    return Item(
        what="Sign the review",
        why="Callum has signed.",
        url="/asye/1/",
        action="Read and sign",
        due_on=due_on,
        waiting_since=waiting_since,
    )


@pytest.mark.parametrize(
    ("due_on", "waiting_since", "words", "tone"),
    [
        (None, None, "", ""),
        (None, date(2026, 9, 1), "Waiting since 1 September 2026.", ""),
        (date(2026, 11, 16), None, "1 day late, was due 16 November.", "late"),
        (date(2025, 11, 17), None, "365 days late, was due 17 November 2025.", "late"),
        (date(2026, 11, 17), date(2026, 9, 1), "Today is the last day.", "soon"),
        (date(2026, 11, 18), None, "1 day left, closes 18 November.", "soon"),
        (date(2026, 11, 30), None, "13 days left, closes 30 November.", "soon"),
        (date(2027, 2, 28), None, "103 days left, closes 28 February 2027.", ""),
    ],
)
def test_item_is_worded_by_how_near_its_day_is(due_on, waiting_since, words, tone):
    shown = todo(item(due_on=due_on, waiting_since=waiting_since), on=TODAY)

    assert shown == Todo(
        what="Sign the review",
        why="Callum has signed.",
        url="/asye/1/",
        action="Read and sign",
        due=words,
        tone=tone,
    )
