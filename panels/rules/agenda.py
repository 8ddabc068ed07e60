"""A meeting's agenda: its order, the times it is planned for, what is on the table and how late it is. Pure.

Each case has its minutes; after so many of them there is a break. What was taken off an agenda is not passed in here.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from panels.choices.panels import ItemState, MeetingState
from panels.rules.policy import PanelRules
from panels.rules.reasons import is_reasoned

MINUTE = timedelta(minutes=1)
NOT_OPEN = "Open the meeting first."
IS_DECIDED = "This case is decided. To decide it again, have the decision opened once more."
NOT_ON_TABLE = "This case is not on the table. Call it first."


@dataclass(frozen=True, kw_only=True)
class Item:
    """A case on the agenda, with its minutes; when it came on the table, and when it was done with."""

    item_id: int
    case_id: int
    minutes: int
    state: ItemState = ItemState.WAITING
    began_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_waiting(self) -> bool:
        return self.state == ItemState.WAITING

    @property
    def held_from(self) -> datetime | None:
        """Since when it was on the table; None while it waits, also where the meeting goes back to it later."""
        return None if self.is_waiting else self.began_at


@dataclass(frozen=True)
class Slot:
    """From when to when an item is planned, and how long the break before it is (0: none)."""

    item: Item
    starts_at: datetime
    ends_at: datetime
    break_minutes: int = 0


@dataclass(frozen=True, kw_only=True)
class Running:
    """A meeting under way: what is on the table and how long still (less than 0: over its time), how many minutes it is
    late against its plan (less than 0: early), and when it ends as things stand."""

    on_table: Item | None
    minutes_left: int | None
    late: int
    ends_at: datetime

    def seen_by(self, *, away: Collection[int]) -> "Running":
        """The same for somebody who is out of these cases: what is on the table may be one of them, and is not told."""
        return replace(self, on_table=None) if self.on_table and self.on_table.case_id in away else self

    @property
    def says(self) -> str:
        """How late it is, in a sentence."""
        if not self.late:
            return "On time."
        many = "1 minute" if abs(self.late) == 1 else f"{abs(self.late)} minutes"
        return f"{many} {'late' if self.late > 0 else 'early'}."


@dataclass(frozen=True)
class Line:
    """A stretch of the agenda as one reader sees it: of a case she is out of the times alone, and no item."""

    starts_at: datetime
    ends_at: datetime
    break_minutes: int
    item: Item | None


def planned(rules: PanelRules, items: Iterable[Item], *, starts_at: datetime) -> tuple[Slot, ...]:
    """The agenda with the times planned from the start: what was on the table as it came there, then what waits in its
    order. After every `break_after` cases there is a break, but none after the last."""
    slots: list[Slot] = []
    at = starts_at
    # what waits keeps its order, as sorting leaves equals alone
    for place, item in enumerate(sorted(items, key=lambda each: (each.is_waiting, each.held_from or starts_at))):
        pause = rules.break_minutes if rules.break_after and place and place % rules.break_after == 0 else 0
        begins = at + pause * MINUTE
        at = begins + item.minutes * MINUTE
        slots.append(Slot(item, begins, at, pause))
    return tuple(slots)


def running(slots: Sequence[Slot], *, now: datetime) -> Running:
    """How the meeting stands at the moment.

    While something is on the table it is as late as that began late, or as it runs over; between two items as late as
    the next one waits. With nothing left it is as late as the last one ended.
    """
    on_table = next((slot for slot in slots if slot.item.state == ItemState.ON_TABLE), None)
    late = _lateness(slots, on_table=on_table, now=now)
    return Running(
        on_table=on_table.item if on_table else None,
        minutes_left=_minutes(_ends(on_table) - now) if on_table else None,
        late=_minutes(late),
        ends_at=slots[-1].ends_at + late if slots else now,
    )


def lines_for(slots: Iterable[Slot], *, away: Collection[int]) -> tuple[Line, ...]:
    """The agenda as somebody reads it who is out of these cases: each of them a blank line at its time."""
    return tuple(
        Line(each.starts_at, each.ends_at, each.break_minutes, None if each.item.case_id in away else each.item)
        for each in slots
    )


def can_open(state: MeetingState, *, present: int) -> Decision:
    """May the meeting be opened? Once, and with somebody in the room."""
    if state != MeetingState.GATHERING:
        return refused("This meeting was opened already.")
    return ALLOWED if present else refused("Note who is in the room first.", "present")


def can_call(item: Item, items: Iterable[Item], *, meeting: MeetingState, is_decided: bool) -> Decision:
    """May this case come on the table? In an open meeting, while nothing else is on it, and nothing is decided."""
    if meeting != MeetingState.OPEN:
        return refused(NOT_OPEN)
    if item.state == ItemState.ON_TABLE:
        return refused("This case is on the table already.")
    if is_decided:
        return refused(IS_DECIDED)
    if any(each.state == ItemState.ON_TABLE for each in items):
        return refused("Another case is on the table. Finish that one, or put it off, first.")
    return ALLOWED


def can_finish(item: Item, *, is_decided: bool, reason: str = "") -> Decision:
    """May the case leave the table? Decided, or put off for later with a reason."""
    if item.state != ItemState.ON_TABLE:
        return refused(NOT_ON_TABLE)
    return ALLOWED if is_decided else is_reasoned(reason, asks="Record the decision, or say why it is put off.")


def can_put_back(item: Item) -> Decision:
    """May the meeting go back to this case later? While it is on the table; it waits again after all others."""
    if item.state == ItemState.ON_TABLE:
        return ALLOWED
    return refused(NOT_ON_TABLE)


def can_close(items: Iterable[Item], *, meeting: MeetingState, undecided: Collection[int]) -> Decision:
    """May the meeting be closed? Nothing is on the table, and every case is decided, put off to another sitting or
    withdrawn: `undecided` are the cases of which none of these is true."""
    if meeting != MeetingState.OPEN:
        return refused(NOT_OPEN)
    every = list(items)
    if any(each.state == ItemState.ON_TABLE for each in every):
        return refused("A case is on the table. Finish it, or put it off, first.")
    left = sum(each.case_id in undecided for each in every)
    if left:
        cases = "1 case is" if left == 1 else f"{left} cases are"
        return refused(f"{cases} not decided yet. Decide, or put off to another sitting with a reason.")
    return ALLOWED


def moved(order: Sequence[int], item_id: int, *, to: int) -> tuple[int, ...]:
    """The ids of items in their new order, with this one at the place `to`, counted from 1; a place outside the agenda
    is its first or last."""
    others = [each for each in order if each != item_id]
    place = min(max(to - 1, 0), len(others))
    return (*others[:place], item_id, *others[place:])


def can_move(item: Item, items: Iterable[Item], *, meeting: MeetingState) -> Decision:
    """May an item change its place? While the meeting is not closed and the item still waits."""
    if meeting == MeetingState.CLOSED:
        return refused("This meeting is finished. Its agenda stays as it was held.")
    if item.state != ItemState.WAITING:
        return refused("Only a case that still waits can change its place.")
    if item.item_id not in {each.item_id for each in items}:
        return refused("This case is not on the agenda any more.")
    return ALLOWED


def _lateness(slots: Sequence[Slot], *, on_table: Slot | None, now: datetime) -> timedelta:
    if on_table:
        began_at = on_table.item.began_at or on_table.starts_at
        return max(began_at - on_table.starts_at, now - on_table.ends_at)
    ended = [(slot.item.ended_at, slot) for slot in slots if slot.item.ended_at and not slot.item.is_waiting]
    # a meeting that has not begun before its hour is on time, not early
    behind = ended[-1][0] - ended[-1][1].ends_at if ended else timedelta()
    following = next((slot for slot in slots if slot.item.is_waiting), None)
    return max(behind, now - following.starts_at) if following else behind


def _ends(slot: Slot) -> datetime:
    """When the item on the table has had its minutes."""
    return (slot.item.began_at or slot.starts_at) + slot.item.minutes * MINUTE


def _minutes(length: timedelta) -> int:
    """Whole minutes, away from nothing only once one is full."""
    return int(length / MINUTE)
