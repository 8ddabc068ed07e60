from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from panels.rules.sampling_period import Drawing, can_draw, can_note

ON = date(2026, 11, 16)
DRAWING = Drawing(from_on=date(2026, 1, 1), until_on=date(2026, 6, 30), is_drawn=False, percent=Decimal(10), cases=4)
NOTED = {"feedback": "Clear.", "received_on": ON, "drawn_on": ON, "on": ON, "is_exemplar": True, "keeps": True}


def test_a_period_that_is_over_and_was_not_drawn_from_can_be_drawn():
    assert can_draw(DRAWING, on=ON).allowed
    assert can_draw(replace(DRAWING, until_on=ON), on=ON).allowed


@pytest.mark.parametrize(
    ("changed", "field", "begins"),
    [
        ({"until_on": date(2025, 12, 31)}, "until_on", "The last day is before the first."),
        ({"until_on": ON + timedelta(days=1)}, "until_on", "Give 16 November 2026 or an earlier day."),
        ({"percent": None}, "tier", "The policy of the panel sets no share for this."),
        ({"is_drawn": True}, "from_on", "A day of this period was drawn from before."),
        ({"cases": 0}, "from_on", "No ASYE was moderated by a panel"),
    ],
)
def test_what_keeps_a_draw_from_being_made_is_said_beside_its_question(changed, field, begins):
    found = can_draw(replace(DRAWING, **changed), on=ON)
    assert (found.allowed, getattr(found, "field"), found.reason.startswith(begins)) == (False, field, True)


@pytest.mark.parametrize("changed", [{}, {"is_exemplar": False, "keeps": False}])
def test_what_came_back_is_noted_with_words_and_a_day(changed):
    assert can_note(**{**NOTED, **changed}).allowed


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"feedback": " "}, "feedback"),
        ({"received_on": ON + timedelta(days=1)}, "received_on"),
        ({"received_on": ON - timedelta(days=1)}, "received_on"),
        ({"keeps": False}, "is_exemplar"),
    ],
)
def test_what_is_missing_is_said_beside_its_question(changed, field):
    found = can_note(**{**NOTED, **changed})
    assert (found.allowed, getattr(found, "field")) == (False, field)
