"""From a decision to a post: who progressed where a vacancy or an interview follows is eligible for appointment."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.selectors.holders import holders
from academy.people.services.judging import require
from panels.choices.cases import CaseState
from panels.choices.outcomes import AppointmentState
from panels.models import Appointment, Case
from panels.notices.appointments import STOPPED
from panels.rules.gates import PENDING, can_follow
from panels.selectors.interviews import calendar_file_of, is_to_come, when_of
from panels.services.locking import locked
from panels.services.telling import tell
from panels.workflow import APPOINTMENT

DECIDE = "panels.appointment.decide"
DECIDED_AGAIN = "The decision this rested on is looked at again. What comes next follows the new decision."
NOTHING_BEFORE = "Nobody is eligible for a post with this case. That follows from its decision."


@command("panels.appointment.begin")
def make_eligible(*, case: Case, by: Actor, at: datetime) -> Appointment:
    """Make the candidate of a case eligible for appointment, as part of telling the decision: whoever tells it may. One
    who is eligible with this case already stays so."""
    latest = Appointment.objects.filter(case=case).order_by("-number").first()
    if latest is not None and latest.state in PENDING:
        record(latest, about=latest.person_id, organisation=latest.organisation_id)
        return latest
    return _begin(case, number=latest.number + 1 if latest else 1, vacancy_id=case.vacancy_id, at=at)


@command("panels.appointment.follow")
def follow(*, case: Case, by: Actor, at: datetime) -> Appointment:
    """Make somebody eligible for another vacancy, with the decision or the portfolio she has; which one is said as she
    is invited.

    Refuses whoever does not recruit there, a case with no vacancy before, one that is open still, while the case is
    decided again, and once she is appointed.
    """
    held = locked(case, DECIDE, by=by)
    before = list(Appointment.objects.filter(case=held).order_by("number"))
    if not before:
        raise Refused(NOTHING_BEFORE)
    require(can_follow([each.standing for each in before], is_told=held.state == CaseState.RELEASED))
    return _begin(held, number=before[-1].number + 1, vacancy_id=None, at=at)


def stop_pending(case: Case, *, permission: str, by: Actor, at: datetime) -> None:
    """End what rests on a decision that is looked at again, before the case moves: who was eligible is so no more, and
    who was invited is told that the interview does not take place, as are human resources. Whoever may open the
    decision, by `permission`, may."""
    for each in Appointment.objects.filter(case=case, state__in=PENDING):
        stopped = _stop(appointment=each, permission=permission, by=by, at=at)
        if each.state == AppointmentState.INVITED:
            _call_off(stopped, by=by, at=at)


def _call_off(appointment: Appointment, *, by: Actor, at: datetime) -> None:
    """The interview leaves her calendar, and human resources hear of it."""
    case, when = appointment.case, when_of(appointment)
    post = appointment.vacancy.title if appointment.vacancy else ""
    file = calendar_file_of(appointment, at=at) if is_to_come(appointment, at=at) else None
    staff = holders(RoleCode.HR, organisation_id=case.organisation_id, on=by.on)
    tell(STOPPED, case, to=[case.person], by=by, at=at, attached=file, post=post, when=when)
    tell(STOPPED, case, to=[each for each in staff if each.pk != case.person_id], by=by, at=at, post=post, when=when)


@command("panels.appointment.stop")
def _stop(*, appointment: Appointment, permission: str, by: Actor, at: datetime) -> Appointment:
    """It ends without a post, by whoever opens the decision it rests on."""
    words = {"words": DECIDED_AGAIN}
    return apply(APPOINTMENT, "end", appointment, by=by, at=at, values=words, permission=permission)


def _begin(case: Case, *, number: int, vacancy_id: int | None, at: datetime) -> Appointment:
    made = Appointment.objects.create(case=case, number=number, vacancy_id=vacancy_id, eligible_at=at)
    moved = ("", AppointmentState.ELIGIBLE)
    record(made, moved=moved, about=made.person_id, organisation=made.organisation_id)
    return made
