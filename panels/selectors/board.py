"""The board of a meeting: its agenda, the room and what is on the table, as far as whoever reads it may know.

Of a case she is out of there is a stretch of time on the agenda and nothing else, and nothing is on the table for her.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.ui.states import State
from panels.choices.cases import CaseState
from panels.choices.panels import JUDGING, ItemState
from panels.models import AgendaItem, Case, Decision, Discussion, Meeting, Member
from panels.rules.agenda import Line, Running, lines_for, planned, running
from panels.rules.quorum import Present, Room, in_room
from panels.rules.visibility import As, Sight
from panels.selectors.agenda_items import RUNNING, as_item, begins_at, items_of
from panels.selectors.called import called_to
from panels.selectors.policies import rules_of
from panels.selectors.rooms import not_for_all, presences_of, room_of, seats_of
from panels.selectors.sections.reviews import Reviews, reviews_shown
from panels.selectors.sight import Sees, sees_of
from panels.selectors.wording import about

AT_TABLE = frozenset({As.CHAIR, As.CLERK})


@dataclass(frozen=True, kw_only=True)
class BoardLine:
    """A stretch of the agenda. Without an item it is blank: times alone. `arranged` says that its reader may move it or
    take it off, `called_here` that she may call it to the table, `written_here` that she may write its discussion."""

    line: Line
    item: AgendaItem | None = None
    called: str = ""
    what: str = ""
    says: str = ""
    arranged: bool = False
    called_here: bool = False
    written_here: bool = False

    @property
    def is_now(self) -> bool:
        return self.item is not None and self.item.state == ItemState.ON_TABLE

    @property
    def is_done(self) -> bool:
        return self.item is not None and self.item.state == ItemState.DONE


@dataclass(frozen=True)
class InRoom:
    """Somebody with a seat: is she there, and does she decide on what is on the table? None where nothing is, for the
    reader. `may_note` says that the reader may note that she comes or goes."""

    seat: Member
    is_there: bool
    decides: bool | None
    may_note: bool


@dataclass(frozen=True)
class Table:
    """The case on the table, as its reader sees it."""

    item: AgendaItem
    called: str
    what: str
    sees: Sees
    room: Room
    quorum: int
    reviews: Reviews | None
    discussion: Discussion | None
    shows_discussion: bool
    runs: bool
    decides: bool

    @property
    def is_decided(self) -> bool:
        return bool(self.item.case.state != CaseState.ON_AGENDA)


@dataclass(frozen=True)
class Board:
    """`running` is how the meeting stands, `runs` whether its reader holds it."""

    meeting: Meeting
    lines: tuple[BoardLine, ...]
    running: Running
    table: Table | None
    room: tuple[InRoom, ...]
    runs: bool

    @property
    def can_call(self) -> bool:
        """Is there a case its reader may call to the table now?"""
        return self.meeting.is_open and self.table is None and any(line.called_here for line in self.lines)

    @property
    def stands(self) -> str:
        """What a page that is open compares: it is loaded anew when the meeting or the table has changed."""
        on = self.table.item.pk if self.table else 0
        return f"{self.meeting.state}-{on}-{self.table.item.case.state if self.table else ''}"


def board_of(meeting: Meeting, actor: Actor, *, now: datetime, on_wall: bool = False) -> Board:
    """The board as the actor may see it; on the wall of the room, only what everybody in it may know of. The panel,
    sitting and policy are read beside the meeting; the number of queries does not grow with the agenda."""
    rows = items_of(meeting)
    seats, presences = seats_of(meeting, on=actor.on), presences_of(meeting)
    seen = _ids(rows, actor)
    if on_wall:
        seen -= not_for_all(rows, seats, people=in_room(presences, at=now))
    slots = planned(rules_of(meeting.policy), [as_item(row) for row in rows], starts_at=begins_at(meeting))
    away = {row.case_id for row in rows} - seen
    stands = running(slots, now=now).seen_by(away=away)
    runs = allows("panels.meeting.run", actor, meeting)
    on_table = next((row for row in rows if row.state == ItemState.ON_TABLE and row.case_id in seen), None)
    table = _table(on_table, actor, seats=seats, presences=presences, now=now) if on_table else None
    lines = _lines(rows, lines_for(slots, away=away), actor, seen=seen)
    room = _room(seats, presences, actor, table=table, runs=runs, now=now)
    # how long is left belongs to what is on the table, which is not told to whoever is out of it
    told = stands if stands.on_table else replace(stands, minutes_left=None)
    return Board(meeting, lines, told, table, room, runs)


def _ids(rows: Sequence[AgendaItem], actor: Actor, *, among: Collection[As] | None = None) -> frozenset[int]:
    cases = Case.objects.filter(pk__in=[row.case_id for row in rows])
    seen = cases.at_table(actor) if among is None else cases.at_table(actor, among=among)
    return frozenset(seen.order_by().values_list("pk", flat=True))


def _lines(
    rows: Sequence[AgendaItem], lines: Sequence[Line], actor: Actor, *, seen: Collection[int]
) -> tuple[BoardLine, ...]:
    by_item = {row.pk: row for row in rows if row.case_id in seen}
    names = called_to(actor, [row.case for row in by_item.values()])
    decided = Decision.objects.visible_to(actor).holding().filter(case_id__in=seen)
    outcomes = {each.case_id: str(each.standing.label) for each in decided}
    arranged, at_table = _ids(rows, actor, among=RUNNING), _ids(rows, actor, among=AT_TABLE)
    return tuple(
        BoardLine(
            line=line,
            item=row,
            called=names.get(row.case_id, ""),
            what=about(row.case),
            says=_says(row, outcomes),
            arranged=row.case_id in arranged and row.state == ItemState.WAITING,
            called_here=row.case_id in at_table and row.state == ItemState.WAITING,
            written_here=row.case_id in at_table and row.began_at is not None,
        )
        if line.item is not None and (row := by_item.get(line.item.item_id)) is not None
        else BoardLine(line=line)
        for line in lines
    )


def _says(row: AgendaItem, outcomes: dict[int, str]) -> str:
    if row.case_id in outcomes and row.case.state != CaseState.ON_AGENDA:
        return f"Decided: {outcomes[row.case_id]}"
    state: State = row.standing.state
    return state.word


def _table(
    item: AgendaItem, actor: Actor, *, seats: Sequence[Member], presences: Sequence[Present], now: datetime
) -> Table:
    case = item.case
    sees, rules = sees_of(actor, case), rules_of(case.policy)
    shows = Sight.DISCUSSION in sees
    return Table(
        item=item,
        called=called_to(actor, [case]).get(case.pk, ""),
        what=about(case),
        sees=sees,
        room=room_of(case, rules=rules, seats=seats, presences=presences, at=now),
        quorum=rules.quorum,
        reviews=reviews_shown(case, actor=actor, sees=sees),
        discussion=Discussion.objects.filter(item=item).select_related("changed_by").first() if shows else None,
        shows_discussion=shows,
        runs=not sees.acts_as.isdisjoint(AT_TABLE),
        decides=As.CHAIR in sees.acts_as,
    )


def _room(
    seats: Sequence[Member],
    presences: Sequence[Present],
    actor: Actor,
    *,
    table: Table | None,
    runs: bool,
    now: datetime,
) -> tuple[InRoom, ...]:
    there = in_room(presences, at=now)
    found: dict[int, InRoom] = {}
    for seat in seats:
        is_asked = table is not None and seat.person_id in there and seat.seat in JUDGING
        decides = seat.person_id in table.room.counting if is_asked and table is not None else None
        may_note = runs or seat.person_id == actor.person_id
        found.setdefault(seat.person_id, InRoom(seat, seat.person_id in there, decides, may_note))
    return tuple(found.values())


def title_of(meeting: Meeting) -> str:
    """ "Progression panel, 24 September 2026": the panel and its day, read beside the meeting."""
    return f"{meeting.panel.title}, {in_words(meeting.sitting.on)}"
