"""What goes on at the table: a case is called, finished with, or put back for later in the meeting."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import require
from panels.choices.cases import CaseState
from panels.choices.panels import MeetingState
from panels.models import AgendaItem, Case, Meeting
from panels.rules.agenda import NOT_OPEN, can_call, can_finish, can_put_back
from panels.selectors.agenda_items import as_item, as_items, items_of
from panels.services.agenda import leave_agenda
from panels.services.discussion import put_down
from panels.services.locking import locked
from panels.services.meetings import lock_meeting
from panels.workflow import AGENDA_ITEM

RUN = "panels.item.run"
GONE = "This case is not on the agenda any more. Open the page again to see how it stands."
PUT_OFF = "Put off: {reason}"


@command("panels.item.call")
def call(*, item: AgendaItem, by: Actor, at: datetime) -> AgendaItem:
    """Call a case to the table. Refuses whoever neither chairs nor clerks it, a meeting that is not open, while another
    case is on the table, and a case that is decided or off the agenda."""
    there, case, current = _locked(item, by=by)
    rows = as_items(items_of(there))
    require(
        can_call(
            as_item(current), rows, meeting=MeetingState(there.state), is_decided=case.state != CaseState.ON_AGENDA
        )
    )
    # when it was on the table before, its time then has gone into how late the meeting is
    return apply(AGENDA_ITEM, "call", current, by=by, at=at, values={"ended_at": None})


@command("panels.item.finish")
def finish(*, item: AgendaItem, reason: str = "", by: Actor, at: datetime) -> AgendaItem:
    """Finish with the case on the table. Decided, it is done with; undecided, it leaves the agenda with a reason, which
    stands in the minutes, and can come on another.

    Refuses whoever neither chairs nor clerks it, what is not on the table, and no reason where nothing is decided.
    """
    _, case, current = _locked(item, by=by)
    is_decided = case.state != CaseState.ON_AGENDA
    require(can_finish(as_item(current), is_decided=is_decided, reason=reason))
    if is_decided:
        return apply(AGENDA_ITEM, "finish", current, by=by, at=at)
    said = reason.strip()
    done = apply(AGENDA_ITEM, "finish", current, by=by, at=at, note=said)
    put_down(done, PUT_OFF.format(reason=said), by=by, at=at)
    leave_agenda(item=done, case=case, reason=said, by=by, at=at)
    done.refresh_from_db()
    return done


@command("panels.item.put_back")
def put_back(*, item: AgendaItem, by: Actor, at: datetime) -> AgendaItem:
    """Put the case on the table back on the agenda: it waits after all others. Refuses whoever neither chairs nor
    clerks it, and what is not on the table."""
    there, _, current = _locked(item, by=by)
    require(can_put_back(as_item(current)))
    last = max(there.items.values_list("position", flat=True))
    return apply(AGENDA_ITEM, "put_back", current, by=by, at=at, values={"position": last + 1})


def _locked(item: AgendaItem, *, by: Actor) -> tuple[Meeting, Case, AgendaItem]:
    there = lock_meeting(item.meeting_id)
    case = locked(item.case, RUN, by=by)
    current = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if there.state != MeetingState.OPEN:
        raise Refused(NOT_OPEN)
    if current.is_off:
        raise Refused(GONE)
    return there, case, current
