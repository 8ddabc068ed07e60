from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from panels.choices.panels import ItemState, MeetingState
from panels.rules.agenda import (
    Item,
    Line,
    Running,
    can_call,
    can_close,
    can_finish,
    can_move,
    can_open,
    can_put_back,
    lines_for,
    moved,
    planned,
    running,
)
from panels.rules.policy import PLAIN

RULES = replace(PLAIN, break_after=2, break_minutes=10)
OPEN = MeetingState.OPEN


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 9, 10, hour, minute, tzinfo=UTC)


def item(number: int, minutes: int = 20, **how) -> Item:
    return Item(item_id=number, case_id=100 + number, minutes=minutes, **how)


def done(number: int, began_at: datetime, ended_at: datetime) -> Item:
    return item(number, state=ItemState.DONE, began_at=began_at, ended_at=ended_at)


def on_table(number: int, began_at: datetime | None) -> Item:
    return item(number, state=ItemState.ON_TABLE, began_at=began_at)


BEFORE_BREAK = (done(1, at(10), at(10, 20)), done(2, at(10, 20), at(10, 40)))


def run(*items: Item, now: datetime) -> Running:
    return running(planned(RULES, items, starts_at=at(10)), now=now)


def test_times_are_planned_from_the_start_with_a_break_after_every_two():
    slots = planned(RULES, [item(1), item(2, 30), item(3), item(4)], starts_at=at(10))

    assert [(each.item.item_id, each.starts_at, each.ends_at, each.break_minutes) for each in slots] == [
        (1, at(10), at(10, 20), 0),
        (2, at(10, 20), at(10, 50), 0),
        (3, at(11), at(11, 20), 10),
        (4, at(11, 20), at(11, 40), 0),
    ]


def test_without_breaks_one_follows_the_other_and_an_empty_agenda_has_no_times():
    slots = planned(replace(RULES, break_after=0), [item(1), item(2), item(3)], starts_at=at(10))

    assert [each.starts_at for each in slots] == [at(10), at(10, 20), at(10, 40)]
    assert planned(RULES, [], starts_at=at(10)) == ()


def test_what_was_taken_sooner_stands_before_what_waits():
    slots = planned(
        RULES,
        [item(1), on_table(2, at(10, 20)), done(3, at(10), at(10, 20)), item(4, began_at=at(10, 1))],
        starts_at=at(10),
    )

    assert [each.item.item_id for each in slots] == [3, 2, 1, 4]


@pytest.mark.parametrize(
    ("items", "now", "on", "left", "late", "ends_at"),
    [
        # not begun: on time until the first should be on the table
        ([item(1), item(2)], at(9, 30), None, None, 0, at(10, 40)),
        ([item(1), item(2)], at(10, 7), None, None, 7, at(10, 47)),
        # on the table in its time, begun late, and run over
        ([on_table(1, at(10)), item(2)], at(10, 15), 1, 5, 0, at(10, 40)),
        ([on_table(1, at(10, 5)), item(2)], at(10, 15), 1, 10, 5, at(10, 45)),
        ([on_table(1, at(10)), item(2)], at(10, 31), 1, -11, 11, at(10, 51)),
        ([on_table(1, at(9, 55)), item(2)], at(10), 1, 15, -5, at(10, 35)),
        ([on_table(1, None)], at(10, 5), 1, 15, 0, at(10, 20)),
        # between two: as early as the one before ended, until the next waits
        ([done(1, at(10), at(10, 12)), item(2)], at(10, 15), None, None, -5, at(10, 35)),
        ([done(1, at(10), at(10, 12)), item(2)], at(10, 24), None, None, 4, at(10, 44)),
        # the break is part of the plan
        (
            [done(1, at(10), at(10, 20)), done(2, at(10, 20), at(10, 40)), item(3)],
            at(10, 45),
            None,
            None,
            0,
            at(11, 10),
        ),
        # all done: it ended as late as the last one did
        ([done(1, at(10), at(10, 20)), done(2, at(10, 20), at(10, 44))], at(12), None, None, 4, at(10, 44)),
        ([], at(12), None, None, 0, at(12)),
    ],
)
def test_meeting_knows_what_is_on_the_table_and_how_late_it_is(items, now, on, left, late, ends_at):
    found = run(*items, now=now)

    assert (found.on_table.item_id if found.on_table else None, found.minutes_left) == (on, left)
    assert (found.late, found.ends_at) == (late, ends_at)


@pytest.mark.parametrize(
    ("late", "says"),
    [
        (0, "On time."),
        (1, "1 minute late."),
        (12, "12 minutes late."),
        (-1, "1 minute early."),
        (-5, "5 minutes early."),
    ],
)
def test_lateness_is_said_in_a_sentence(late, says):
    assert Running(on_table=None, minutes_left=None, late=late, ends_at=at(12)).says == says


def test_member_out_of_a_case_reads_a_blank_line_at_its_time():
    slots = planned(RULES, [item(1), item(2)], starts_at=at(10))

    lines = lines_for(slots, away=[102])

    assert lines == (Line(at(10), at(10, 20), 0, item(1)), Line(at(10, 20), at(10, 40), 0, None))


def test_member_out_of_the_case_on_the_table_is_not_told_which_it_is():
    found = run(on_table(1, at(10)), item(2), now=at(10, 5))

    assert found.seen_by(away=[101]) == replace(found, on_table=None)
    assert found.seen_by(away=[102]) == found
    assert replace(found, on_table=None).seen_by(away=[101]) == replace(found, on_table=None)


@pytest.mark.parametrize("state", MeetingState)
def test_meeting_opens_once(state):
    assert can_open(state, present=3).allowed == (state == MeetingState.GATHERING)


def test_meeting_opens_with_somebody_in_the_room():
    assert can_open(MeetingState.GATHERING, present=0).field == "present"


@pytest.mark.parametrize(
    ("called", "items", "meeting", "is_decided", "says"),
    [
        (item(1), [item(1), item(2)], OPEN, False, ""),
        (done(1, at(10), at(11)), [done(1, at(10), at(11))], OPEN, False, ""),
        (item(1), [item(1)], MeetingState.GATHERING, False, "Open the meeting first."),
        (item(1), [item(1)], MeetingState.CLOSED, False, "Open the meeting first."),
        (on_table(1, at(10)), [on_table(1, at(10))], OPEN, False, "This case is on the table already."),
        (
            item(1),
            [item(1)],
            OPEN,
            True,
            "This case is decided. To decide it again, have the decision opened once more.",
        ),
        (
            item(1),
            [item(1), on_table(2, at(10))],
            OPEN,
            False,
            "Another case is on the table. Finish that one, or put it off, first.",
        ),
    ],
)
def test_only_one_case_is_on_the_table(called, items, meeting, is_decided, says):
    assert can_call(called, items, meeting=meeting, is_decided=is_decided).reason == says


@pytest.mark.parametrize(
    ("finished", "is_decided", "reason", "says"),
    [
        (on_table(1, at(10)), True, "", ""),
        (on_table(1, at(10)), False, "The audit is missing.", ""),
        (on_table(1, at(10)), False, " ", "Record the decision, or say why it is put off."),
        (on_table(1, at(10)), False, "x" * 501, "Use at most 500 characters."),
        (item(1), True, "", "This case is not on the table. Call it first."),
    ],
)
def test_case_leaves_the_table_decided_or_with_a_reason(finished, is_decided, reason, says):
    assert can_finish(finished, is_decided=is_decided, reason=reason).reason == says


def test_only_what_is_on_the_table_is_put_back():
    assert can_put_back(on_table(1, at(10))).allowed
    assert can_put_back(item(1)).reason == "This case is not on the table. Call it first."


@pytest.mark.parametrize(
    ("items", "meeting", "undecided", "says"),
    [
        ([], OPEN, [], ""),
        ([done(1, at(10), at(11)), item(2)], OPEN, [], ""),
        ([item(1)], MeetingState.GATHERING, [], "Open the meeting first."),
        ([on_table(1, at(10))], OPEN, [], "A case is on the table. Finish it, or put it off, first."),
        (
            [item(1)],
            OPEN,
            [101, 999],
            "1 case is not decided yet. Decide, or put off to another sitting with a reason.",
        ),
        (
            [item(1), item(2)],
            OPEN,
            [101, 102],
            "2 cases are not decided yet. Decide, or put off to another sitting with a reason.",
        ),
    ],
)
def test_meeting_closes_once_every_case_is_decided_or_put_off(items, meeting, undecided, says):
    assert can_close(items, meeting=meeting, undecided=undecided).reason == says


@pytest.mark.parametrize(
    ("to", "order"), [(1, (3, 1, 2)), (2, (1, 3, 2)), (3, (1, 2, 3)), (0, (3, 1, 2)), (9, (1, 2, 3))]
)
def test_item_moves_to_a_place_counted_from_one(to, order):
    assert moved([1, 2, 3], 3, to=to) == order


@given(some.lists(some.integers(), unique=True, min_size=1), some.integers(-3, 40), some.data())
def test_moving_loses_nobody_and_leaves_the_others_in_their_order(order, to, data):
    chosen = data.draw(some.sampled_from(order))

    after = moved(order, chosen, to=to)

    assert sorted(after) == sorted(order)
    assert [each for each in after if each != chosen] == [each for each in order if each != chosen]


@pytest.mark.parametrize(
    ("moving", "meeting", "says"),
    [
        (item(1), MeetingState.GATHERING, ""),
        (item(1), OPEN, ""),
        (item(1), MeetingState.CLOSED, "This meeting is finished. Its agenda stays as it was held."),
        (on_table(1, at(10)), OPEN, "Only a case that still waits can change its place."),
        (item(9), OPEN, "This case is not on the agenda any more."),
    ],
)
def test_only_what_waits_changes_its_place(moving, meeting, says):
    assert can_move(moving, [item(1), item(2)], meeting=meeting).reason == says
