"""From a decision to a post: who progressed where a vacancy or an interview follows is eligible for appointment."""

from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.people.services.judging import require
from panels.choices.outcomes import AppointmentState
from panels.models import Appointment, Case
from panels.rules.gates import can_follow
from panels.services.locking import locked

DECIDE = "panels.appointment.decide"
NOTHING_BEFORE = "Nobody is eligible for a post with this case. That follows from its decision."


@command("panels.appointment.begin")
def make_eligible(*, case: Case, by: Actor, at: datetime) -> Appointment:
    """Make the candidate of a case eligible for appointment, as part of telling the decision: whoever tells it may. One
    who is eligible with this case already stays so."""
    latest = Appointment.objects.filter(case=case).order_by("-number").first()
    if latest is not None and latest.state in (AppointmentState.ELIGIBLE, AppointmentState.INVITED):
        record(latest, about=latest.person_id, organisation=latest.organisation_id)
        return latest
    return _begin(case, number=latest.number + 1 if latest else 1, vacancy_id=case.vacancy_id, at=at)


@command("panels.appointment.follow")
def follow(*, case: Case, by: Actor, at: datetime) -> Appointment:
    """Make somebody eligible for another vacancy, with the decision or the portfolio she has; which one is said as she
    is invited.

    Refuses whoever does not recruit there, a case with no vacancy before, one that is open still, and once she is
    appointed.
    """
    held = locked(case, DECIDE, by=by)
    before = list(Appointment.objects.filter(case=held).order_by("number"))
    if not before:
        raise Refused(NOTHING_BEFORE)
    require(can_follow([each.standing for each in before]))
    return _begin(held, number=before[-1].number + 1, vacancy_id=None, at=at)


def _begin(case: Case, *, number: int, vacancy_id: int | None, at: datetime) -> Appointment:
    made = Appointment.objects.create(case=case, number=number, vacancy_id=vacancy_id, eligible_at=at)
    moved = ("", AppointmentState.ELIGIBLE)
    record(made, moved=moved, about=made.person_id, organisation=made.organisation_id)
    return made
