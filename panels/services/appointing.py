"""From a decision to a post: who progressed where a vacancy or an interview follows is eligible for appointment."""

from datetime import datetime

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from panels.choices.outcomes import AppointmentState
from panels.models import Appointment, Case


@command("panels.appointment.begin")
def make_eligible(*, case: Case, by: Actor, at: datetime) -> Appointment:
    """Make the candidate of a case eligible for appointment, as part of telling the decision: whoever tells it may. One
    who is eligible with this case already stays so."""
    latest = Appointment.objects.filter(case=case).order_by("-number").first()
    if latest is not None and latest.state in (AppointmentState.ELIGIBLE, AppointmentState.INVITED):
        record(latest, about=latest.person_id, organisation=latest.organisation_id)
        return latest
    number = latest.number + 1 if latest else 1
    made = Appointment.objects.create(case=case, number=number, vacancy=case.vacancy, eligible_at=at)
    moved = ("", AppointmentState.ELIGIBLE)
    record(made, moved=moved, about=made.person_id, organisation=made.organisation_id)
    return made
