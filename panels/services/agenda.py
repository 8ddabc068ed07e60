"""The agenda of a meeting: cases are put on it, taken off, moved and given their minutes."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.people.services.judging import require
from panels.choices.cases import CaseState
from panels.choices.panels import ItemState, MeetingState
from panels.models import AgendaItem, Case, Meeting
from panels.notices.meetings import AGENDA, AgendaContext
from panels.rules.agenda import can_move, moved
from panels.rules.reasons import is_reasoned
from panels.selectors.agenda_items import as_item, as_items, items_of
from panels.selectors.looked import is_settled
from panels.selectors.meeting_readers import readers_of
from panels.selectors.policies import rules_of
from panels.services.locking import NOT_YOURS, locked
from panels.services.meetings import lock_meeting, locked_meeting
from panels.workflow import CASE

ASSIGN = "panels.case.assign"
CLOSED = "This meeting is finished. Put the case on the agenda of the next one."
OTHER_PANEL = "This case is for another panel. Put it on the agenda of a meeting of its own."
ON_ONE = "This case is on an agenda already. Take it off there first."
NOT_SETTLED = "Its reviews are not all in, or another look at them is still to come. It can come on an agenda then."
ON_TABLE = "This case is on the table. Finish it, or put it back, first."
IS_OVER = "This case is decided, or not on the agenda any more. Open the page again to see how it stands."
OFF = "Write why it is taken off the agenda."
LEAST, MOST = 1, 480
MINUTES = f"Give it {LEAST} to {MOST} minutes."


@command("panels.case.put_on_agenda")
def put_on(*, case: Case, meeting: Meeting, by: Actor, at: datetime) -> AgendaItem:
    """Put a settled case on the agenda of a meeting of its panel, last, with the minutes the policy gives; a case whose
    decision was opened once more comes on an agenda the same way.

    Refuses whoever does not run the case, a meeting that is closed or another panel's, and a case that is on an agenda
    or is not settled.
    """
    there = lock_meeting(meeting.pk)
    held = locked(case, ASSIGN, by=by)
    if there.state == MeetingState.CLOSED:
        raise Refused(CLOSED)
    if held.panel_id != there.panel_id:
        raise Refused(OTHER_PANEL)
    if held.items.standing().exists():
        raise Refused(ON_ONE)
    if held.state == CaseState.ON_AGENDA:
        record(held, note="On an agenda once more.", about=held.person_id, organisation=held.organisation_id)
        return add_item(case=held, meeting=there, by=by, at=at)
    if not is_settled(held):
        raise Refused(NOT_SETTLED)
    on_it = apply(CASE, "put_on_agenda", held, by=by, at=at, values={"sitting": there.sitting_id})
    return add_item(case=on_it, meeting=there, by=by, at=at)


@command("panels.item.take_off")
def take_off(*, item: AgendaItem, reason: str, by: Actor, at: datetime) -> Case:
    """Take a case off the agenda with a reason; it can come on another. Refuses whoever does not run the case, no
    reason, and a case that is on the table, decided or off already."""
    lock_meeting(item.meeting_id)
    case = locked(item.case, ASSIGN, by=by)
    current = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if current.state == ItemState.ON_TABLE:
        raise Refused(ON_TABLE)
    if current.is_off or case.state != CaseState.ON_AGENDA:
        raise Refused(IS_OVER)
    require(is_reasoned(reason, asks=OFF))
    said = reason.strip()
    record(current, changed=("is_off",), note=said, about=case.person_id, organisation=case.organisation_id)
    return leave_agenda(item=current, case=case, reason=said, by=by, at=at)


@command("panels.item.move")
def move(*, item: AgendaItem, to: int, by: Actor, at: datetime) -> AgendaItem:
    """Give an item the place `to` on the agenda, counted from 1. Refuses whoever does not run the case, a closed
    meeting, and what is on the table or done."""
    there, current = _waiting(item, by=by)
    rows = items_of(there)
    require(can_move(as_item(current), as_items(rows), meeting=MeetingState(there.state)))
    for place, pk in enumerate(moved([row.pk for row in rows], current.pk, to=to), start=1):
        AgendaItem.objects.filter(pk=pk).update(position=place)
    current.refresh_from_db()
    record(current, changed=("position",), about=current.case.person_id, organisation=there.organisation_id)
    return current


@command("panels.item.give_minutes")
def give_minutes(*, item: AgendaItem, minutes: int, by: Actor, at: datetime) -> AgendaItem:
    """Give an item its minutes, from 1 to 480. Refuses whoever does not run the case, a closed meeting, and what is on
    the table or done."""
    there, current = _waiting(item, by=by)
    require(can_move(as_item(current), as_items(items_of(there)), meeting=MeetingState(there.state)))
    if not LEAST <= minutes <= MOST:
        raise Refused(MINUTES, field="minutes")
    current.minutes = minutes
    current.save(update_fields=["minutes"])
    record(current, changed=("minutes",), about=current.case.person_id, organisation=there.organisation_id)
    return current


@command("panels.meeting.tell_agenda")
def tell_agenda(*, meeting: Meeting, by: Actor, at: datetime) -> Meeting:
    """Tell everybody with a seat that the agenda stands, each with how many cases she will hear; what they are is read
    on the page. Refuses whoever does not hold the meeting, a closed one, and an empty agenda."""
    held = locked_meeting(meeting, by=by)
    if held.state == MeetingState.CLOSED:
        raise Refused(CLOSED)
    if not items_of(held):
        raise Refused("Nothing is on the agenda. Put a case on it first.")
    for reader in readers_of(held, on=by.on):
        if reader.person.pk != by.person_id:
            said = AgendaContext(
                url=held.get_absolute_url(), panel=held.panel.title, day=in_words(held.sitting.on), cases=reader.cases
            )
            notices.send(kind=AGENDA, to=reader.person, context=said, by=by, at=at)
    record(held, note="The agenda was sent.", organisation=held.organisation_id)
    return held


@command("panels.item.add")
def add_item(*, case: Case, meeting: Meeting, by: Actor, at: datetime) -> AgendaItem:
    """A new item, after all others, with the minutes of the policy: for commands that have judged and locked."""
    last = meeting.items.order_by("-position").values_list("position", flat=True).first() or 0
    minutes = rules_of(meeting.policy).minutes_per_case
    made: AgendaItem = AgendaItem.objects.create(meeting=meeting, case=case, position=last + 1, minutes=minutes)
    record(made, moved=("", ItemState.WAITING), about=case.person_id, organisation=case.organisation_id)
    return made


@command("panels.case.take_off_agenda")
def leave_agenda(*, item: AgendaItem, case: Case, reason: str, by: Actor, at: datetime) -> Case:
    """The item is off, and its case back with its reviews: for commands that have judged and locked. Refuses a case
    that is not on an agenda."""
    AgendaItem.objects.filter(pk=item.pk).update(is_off=True)
    return apply(CASE, "take_off_agenda", case, by=by, at=at, note=reason)


def _waiting(item: AgendaItem, *, by: Actor) -> tuple[Meeting, AgendaItem]:
    there = lock_meeting(item.meeting_id)
    current = AgendaItem.objects.select_related("case").get(pk=item.pk)
    if not allows(ASSIGN, by, current.case):
        raise Refused(NOT_YOURS)
    return there, current
