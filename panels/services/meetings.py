"""A meeting is opened, closed, and opened again where something was missed."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import require
from panels.choices.cases import CaseState
from panels.choices.panels import MeetingState
from panels.models import Meeting
from panels.rules.agenda import can_close, can_open
from panels.rules.quorum import in_room
from panels.selectors.agenda_items import as_items, items_of
from panels.selectors.rooms import presences_of
from panels.services.locking import NOT_YOURS
from panels.workflow import MEETING

RUN = "panels.meeting.run"
TOLD = "What it decided is told. Open the decision of a case once more instead."


@command("panels.meeting.open")
def open_meeting(*, meeting: Meeting, by: Actor, at: datetime) -> Meeting:
    """Open a meeting, so that cases come on the table. Refuses whoever neither chairs nor clerks, one that was opened
    before, and one with nobody in the room."""
    held = locked_meeting(meeting, by=by)
    require(can_open(MeetingState(held.state), present=len(in_room(presences_of(held), at=at))))
    return apply(MEETING, "open", held, by=by, at=at)


@command("panels.meeting.close")
def close_meeting(*, meeting: Meeting, by: Actor, at: datetime) -> Meeting:
    """Close a meeting; everybody still in the room leaves it with that. Refuses whoever neither chairs nor clerks, and
    while a case is on the table or not decided that stands on the agenda."""
    held = locked_meeting(meeting, by=by)
    rows = items_of(held)
    undecided = {row.case_id for row in rows if row.case.state == CaseState.ON_AGENDA}
    require(can_close(as_items(rows), meeting=MeetingState(held.state), undecided=undecided))
    held.presences.in_the_room().update(left_at=at)
    return apply(MEETING, "close", held, by=by, at=at)


@command("panels.meeting.open_again")
def open_again(*, meeting: Meeting, note: str, by: Actor, at: datetime) -> Meeting:
    """Open a meeting once more that was closed, with a reason that stays in the record. Refuses whoever neither chairs
    nor clerks, one that is not closed, no reason, and one whose decisions are told."""
    held = locked_meeting(meeting, by=by)
    if held.released_at is not None:
        raise Refused(TOLD)
    return apply(MEETING, "open_again", held, by=by, at=at, note=note)


def locked_meeting(meeting: Meeting, *, by: Actor) -> Meeting:
    """The meeting as it is stored now, locked. Refuses whoever may not hold it."""
    held = lock_meeting(meeting.pk)
    if not allows(RUN, by, held):
        raise Refused(NOT_YOURS)
    return held


def lock_meeting(pk: int) -> Meeting:
    """Let one command at a time change what goes on in a meeting; always locked before its cases and items."""
    found: Meeting = (
        Meeting.objects.select_for_update(of=("self",)).select_related("panel", "sitting", "policy").get(pk=pk)
    )
    return found
