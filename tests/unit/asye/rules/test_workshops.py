"""By when there is to be a workshop, and what is said where there is none."""

from datetime import date

import pytest

from asye.rules.parts_of_policy import Group
from asye.rules.workshops import rhythm_words, slots_of, spans_of

MONTHLY = Group(code="workshops", title="Workshops", every_months=1)
FORTNIGHTLY = Group(code="peers", title="Peers", every_weeks=2)
FREE = Group(code="research", title="Research")
TODAY = date(2026, 11, 17)


def days(group, since):
    return [(span.from_on, span.until_on) for span in spans_of(group, since=since, on=TODAY)]


def test_months_are_those_of_the_calendar_five_back_and_three_ahead():
    found = days(MONTHLY, date(2026, 1, 5))

    assert len(found) == 9
    assert (found[0], found[5], found[-1]) == (
        (date(2026, 6, 1), date(2026, 6, 30)),
        (date(2026, 11, 1), date(2026, 11, 30)),
        (date(2027, 2, 1), date(2027, 2, 28)),
    )


def test_weeks_are_counted_from_the_monday_of_the_first_year():
    found = days(FORTNIGHTLY, date(2026, 11, 4))

    assert found == [
        (date(2026, 11, 2), date(2026, 11, 15)),
        (date(2026, 11, 16), date(2026, 11, 29)),
        (date(2026, 11, 30), date(2026, 12, 13)),
        (date(2026, 12, 14), date(2026, 12, 27)),
        (date(2026, 12, 28), date(2027, 1, 10)),
    ]


def test_without_a_rhythm_there_is_none_to_plan():
    assert days(FREE, date(2026, 1, 5)) == []


def test_stretch_has_its_events_and_the_first_without_one_from_today_on_is_open():
    spans = spans_of(MONTHLY, since=date(2026, 10, 1), on=TODAY)

    slots = slots_of(spans, [(date(2026, 11, 30), "research day")], on=TODAY)

    assert [(slot.events, slot.is_over, slot.is_open) for slot in slots] == [
        ((), True, False),
        (("research day",), False, False),
        ((), False, True),
        ((), False, True),
        ((), False, True),
    ]
    assert [slot.missing.word for slot in slots[:3]] == ["None held", "None planned", "None planned"]


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (MONTHLY, "One a month."),
        (FORTNIGHTLY, "One every 2 weeks."),
        (FREE, "No rhythm is set: they count when she came."),
    ],
)
def test_rhythm_is_said_in_words(group, words):
    assert rhythm_words(group) == words
