"""Who may have a seat and for how long, and which sitting a panel may take up."""

from dataclasses import replace
from datetime import date

import pytest

from academy.people.rules.spans import Span
from panels.choices.panels import MemberSort, Seat
from panels.rules.seats import Around, Wanted, can_end, can_sit, can_take_up, term_until

ON = date(2026, 11, 17)
SEAT = Wanted(seat=Seat.MEMBER, sort=MemberSort.PRACTITIONER, span=Span(ON, date(2029, 11, 16)), expertise=("amhp",))
HERE = Around(panel=Span(date(2026, 1, 1)), belongs=True, is_guest=False, pathways=("amhp", "bia"))


@pytest.mark.parametrize(
    ("from_on", "years", "until"),
    [
        (ON, 3, date(2029, 11, 16)),
        (ON, 0, None),
        (date(2028, 2, 29), 1, date(2029, 2, 27)),
        (date(2026, 3, 1), 2, date(2028, 2, 29)),
    ],
)
def test_term_ends_on_the_day_before_its_anniversary(from_on, years, until):
    assert term_until(from_on, years=years) == until


def test_somebody_of_the_organisation_who_brings_something_may_sit():
    assert can_sit(SEAT, HERE).allowed
    assert can_sit(replace(SEAT, seat=Seat.CLERK, sort=None), HERE).allowed
    assert can_sit(replace(SEAT, sort=MemberSort.GUEST), replace(HERE, is_guest=True)).allowed


@pytest.mark.parametrize(
    ("wanted", "around", "field"),
    [
        ({}, {"belongs": False}, "person"),
        ({"sort": MemberSort.GUEST}, {}, "sort"),
        ({}, {"is_guest": True}, "sort"),
        ({"sort": MemberSort.GUEST, "seat": Seat.CHAIR}, {"is_guest": True}, "sort"),
        ({"sort": None}, {}, "sort"),
        ({"sort": None, "seat": Seat.CLERK, "is_deputy": True}, {}, "sort"),
        ({"expertise": ("amhp", "piloting")}, {}, "expertise"),
        ({"span": Span(ON, date(2026, 11, 16))}, {}, "until_on"),
        ({"span": Span(date(2025, 12, 31))}, {}, "from_on"),
        ({}, {"panel": Span(date(2026, 1, 1), date(2026, 11, 16))}, "from_on"),
        ({}, {"same": [Span(date(2029, 11, 16))]}, "person"),
    ],
)
def test_seat_that_cannot_be_is_refused_at_its_question(wanted, around, field):
    found = can_sit(replace(SEAT, **wanted), replace(HERE, **around))
    assert (found.allowed, found.field) == (False, field)


def test_same_seat_after_the_first_has_ended_may_be_given():
    assert can_sit(SEAT, replace(HERE, same=[Span(date(2026, 1, 1), date(2026, 11, 16))])).allowed


@pytest.mark.parametrize(
    ("span", "until_on", "field"),
    [
        (Span(date(2026, 1, 1), date(2026, 11, 16)), ON, None),
        (Span(date(2026, 12, 1)), ON, "until_on"),
        (Span(date(2026, 1, 1)), date(2026, 11, 15), "until_on"),
    ],
)
def test_seat_ends_neither_twice_nor_before_it_began_nor_long_ago(span, until_on, field):
    found = can_end(span, until_on=until_on, on=ON)
    assert (found.allowed, getattr(found, "field")) == (False, field)


@pytest.mark.parametrize("until_on", [date(2026, 11, 16), ON, date(2027, 1, 1)])
def test_seat_ends_yesterday_today_or_later(until_on):
    assert can_end(Span(date(2026, 1, 1), date(2028, 1, 1)), until_on=until_on, on=ON).allowed


SITTING = {
    "is_cancelled": False,
    "is_same_purpose": True,
    "is_taken": False,
    "sits_on": ON,
    "on": ON,
    "has_policy": True,
}


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"is_cancelled": True}, "This sitting is cancelled. Choose another."),
        ({"is_same_purpose": False}, "This sitting is of another kind of panel. Choose another."),
        ({"is_taken": True}, "A panel has taken up this sitting already."),
        ({"sits_on": date(2026, 11, 16)}, "This sitting has been. Choose one to come."),
        ({"has_policy": False}, "No rules for such a panel are in force. Publish them first."),
    ],
)
def test_sitting_that_cannot_be_taken_up_says_why(said, says):
    assert can_take_up(**{**SITTING, **said}).reason == says


def test_sitting_of_today_under_a_policy_is_taken_up():
    assert can_take_up(**SITTING).allowed
