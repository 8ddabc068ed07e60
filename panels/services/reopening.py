"""The latest decision is opened once more, with a note: the case comes before the panel again."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.services.judging import require
from panels.choices.cases import CaseState
from panels.choices.outcomes import AppealState, AppointmentState
from panels.choices.panels import MeetingState
from panels.models import AgendaItem, Appeal, Case, Decision
from panels.rules.deciding import Reopening, can_reopen
from panels.rules.visibility import As
from panels.selectors.deciding import latest_decision
from panels.selectors.sight import parts_held
from panels.services.agenda import add_item
from panels.services.appointing import stop_pending
from panels.services.locking import locked
from panels.services.meetings import lock_meeting
from panels.workflow import CASE

REOPEN = "panels.case.reopen"
NOT_DECIDED = "This case is not decided. There is nothing to open once more."
WAITING = (AppealState.OPEN, AppealState.HEARD)


@command("panels.case.reopen")
def reopen(*, case: Case, note: str, by: Actor, at: datetime) -> Case:
    """Open what was decided last on a case once more. It stays to be read, and the next number follows it. In a meeting
    that is still open the case waits there again; else it is put on the agenda of another, or of that one once opened
    again. Nobody is eligible or invited on it any more.

    Refuses whoever neither chairs the case nor leads the academy, a case that is not decided, no note, whoever but the
    lead once it is told, and while an appeal or an appointment rests on it.
    """
    item = AgendaItem.objects.standing().filter(case=case).first()
    there = lock_meeting(item.meeting_id) if item is not None else None
    held = locked(case, REOPEN, by=by)
    latest = latest_decision(held)
    if latest is None or held.state not in (CaseState.DECIDED, CaseState.RELEASED):
        raise Refused(NOT_DECIDED)
    require(can_reopen(_reopening(held, latest, by=by), note=note))
    stop_pending(held, permission=REOPEN, by=by, at=at)
    held.items.standing().update(is_off=True)
    opened = apply(CASE, "reopen", held, by=by, at=at, note=note)
    if there is not None and there.state == MeetingState.OPEN:
        add_item(case=opened, meeting=there, by=by, at=at)
    return opened


def _reopening(case: Case, latest: Decision, *, by: Actor) -> Reopening:
    return Reopening(
        number=latest.number,
        latest=latest.number,
        is_released=case.state == CaseState.RELEASED,
        is_by_lead=As.LEAD in parts_held(by, case),
        has_open_appeal=Appeal.objects.filter(decision=latest, state__in=WAITING).exists(),
        is_appointed=case.appointments.filter(state=AppointmentState.APPOINTED).exists(),
    )
