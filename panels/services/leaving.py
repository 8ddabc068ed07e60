"""A case that leaves its sitting: withdrawn by its candidate, or put off to another sitting and taken up again."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.rules.spans import in_words
from academy.people.services.judging import require, worded
from panels.choices.cases import CaseState
from panels.choices.judging import STANDING
from panels.choices.panels import MOST_REASON, ItemState, MeetingState, Seat
from panels.models import AgendaItem, Case, Meeting
from panels.notices import cases as told
from panels.rules.handing_in import can_defer, can_take_up, can_withdraw
from panels.selectors.audience import clerks_of, seated
from panels.selectors.beginnings import open_meetings
from panels.services.locking import locked
from panels.services.rounds import end_round
from panels.services.telling import tell
from panels.workflow import CASE

WITHDRAW, PUT_OFF = "panels.case.withdraw", "panels.case.put_off"
# Kept with each assignment; why the case is put off stands with the case.
ROUND = "The case was put off to another sitting."
ON_TABLE = "It is on the table now. Decide it, or put it back first."
NO_SITTING = "Choose a sitting of this panel that still takes cases."


@command("panels.case.withdraw")
def withdraw(*, case: Case, because: str, by: Actor, at: datetime) -> Case:
    """Take one's own case back, with or without a word why. It leaves the agenda it may be on; whoever had to do with
    it is told. Refuses everybody else, a case that is over, and one whose meeting has opened."""
    held = locked(case, WITHDRAW, by=by)
    said = worded(because, field="because", most=MOST_REASON)
    require(can_withdraw(CaseState(held.state), is_meeting=_is_meeting(held)))
    people = _concerned(held, by=by)
    gone = apply(CASE, "withdraw", held, by=by, at=at, values={"withdrawn_because": said})
    _off_agenda(gone)
    tell(told.WITHDRAWN, gone, to=people, by=by, at=at)
    return gone


@command("panels.case.put_off")
def put_off(*, case: Case, reason: str, to: Meeting | None, by: Actor, at: datetime) -> Case:
    """Put a case off to a later sitting of its panel, or to one not yet known, with a reason the candidate reads.
    Nobody has it to judge any more.

    Refuses who does not run the panel, a case that is not handed in, is decided or on the table, no reason, and a
    sitting that is not ahead or takes no more cases.
    """
    held = locked(case, PUT_OFF, by=by)
    if AgendaItem.objects.filter(case=held, is_off=False, state=ItemState.ON_TABLE).exists():
        raise Refused(ON_TABLE)
    require(can_defer(CaseState(held.state), reason=reason, to_on=to.sitting.on if to else None, on=by.on))
    end_round(case=held, reason=ROUND, by=by, at=at)
    values: dict[str, object] = {"put_off_because": reason.strip()}
    if to is not None:
        values |= _to(held, to, by=by)
    moved = apply(CASE, "put_off", held, by=by, at=at, note=reason.strip(), values=values)
    _off_agenda(moved)
    tell(told.PUT_OFF, moved, to=_concerned(moved, by=by), by=by, at=at)
    return moved


@command("panels.case.take_up")
def take_up(*, case: Case, meeting: Meeting, by: Actor, at: datetime) -> Case:
    """Take a case that was put off up again, for a sitting of its panel that still takes cases: it is looked through
    anew, and may rest on a newer version. Refuses who does not run the panel, and any other case or sitting."""
    held = locked(case, PUT_OFF, by=by)
    sitting = meeting.sitting
    state, closes = CaseState(held.state), sitting.submit_by
    require(can_take_up(state, submit_by=closes, is_cancelled=sitting.is_cancelled, on=by.on))
    afresh = {"put_off_because": "", "accepted_at": None, "reviews_in_at": None}
    moved = apply(CASE, "take_up", held, by=by, at=at, values={**afresh, **_to(held, meeting, by=by)})
    tell(told.TAKEN_UP, moved, to=_concerned(moved, by=by), by=by, at=at, day=in_words(sitting.on))
    return moved


def _to(case: Case, meeting: Meeting, *, by: Actor) -> dict[str, object]:
    """The fields of another sitting of the panel."""
    purpose = case.panel.purpose if case.panel is not None else ""
    if meeting not in open_meetings(case.organisation_id, purpose, on=by.on):
        raise Refused(NO_SITTING, field="sitting")
    return {"sitting": meeting.sitting_id, "panel": meeting.panel_id}


def _is_meeting(case: Case) -> bool:
    """Has the meeting that has it on its agenda opened?"""
    items = AgendaItem.objects.filter(case=case, is_off=False)
    return items.exclude(meeting__state=MeetingState.GATHERING).exists()


def _off_agenda(case: Case) -> None:
    """It was on the agenda, and stays to be read there; it takes no time of the meeting any more."""
    AgendaItem.objects.filter(case=case, is_off=False).update(is_off=True)


def _concerned(case: Case, *, by: Actor) -> list[Person]:
    """Its candidate and her manager, who runs the panel, and who has it to judge."""
    judging = Person.objects.filter(panel_assignments__case=case, panel_assignments__state__in=STANDING).distinct()
    manager = [case.manager] if case.manager is not None else []
    return [case.person, *manager, *clerks_of(case, on=by.on), *seated(case, Seat.CHAIR, on=by.on), *judging]
