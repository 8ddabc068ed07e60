"""From eligible to a post: the gates of the step and how far she is, for the candidate and whoever recruits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from academy.engines.workflow.decisions import Decision
from academy.identity.actor import Actor
from panels.choices.cases import CaseState
from panels.choices.outcomes import AppointmentState
from panels.models import Appointment, Case
from panels.rules.gates import PENDING, GateLine, can_follow
from panels.rules.visibility import As, Sight
from panels.selectors.appointments import gates_for
from panels.selectors.sections.section import Section
from panels.selectors.sight import Sees


@dataclass(frozen=True)
class Way:
    """What the section shows. `current` is open and hers who recruits to go on with; `reads` that she reads for it what
    was handed in (S2-198); `follow` says to her whether another vacancy may follow, None where one is open. `staff`
    says to human resources that a post is to be entered."""

    gates: tuple[GateLine, ...]
    rows: tuple[Appointment, ...]
    current: Appointment | None
    follow: Decision | None
    staff: bool
    reads: bool

    @property
    def may_turn_down(self) -> bool:
        return self.current is not None and self.current.state == AppointmentState.INVITED


def appointment_section(case: Case, *, actor: Actor, sees: Sees, on: date) -> Section | None:
    """The section of a case, for who sees its appointment; None where nobody is eligible. Five queries at most."""
    if Sight.APPOINTMENT not in sees:
        return None
    rows = tuple(Appointment.objects.filter(case=case).select_related("vacancy__team").order_by("-number"))
    if not rows:
        return None
    latest, recruits = rows[0], As.RECRUITER in sees.acts_as
    pending = latest.state in PENDING
    part = Way(
        gates=gates_for(case, latest=latest, vacancy=latest.vacancy),
        rows=rows,
        current=latest if recruits and pending else None,
        follow=_may_follow(case, rows) if recruits and not pending else None,
        staff=As.HR in sees.acts_as and latest.state == AppointmentState.APPOINTED,
        reads=recruits and pending and Sight.PORTFOLIO in sees and case.snapshot_id is not None,
    )
    return Section("panels/case/_appointment.html", vars(part) | {"may_turn_down": part.may_turn_down}, order=90)


def _may_follow(case: Case, rows: Iterable[Appointment]) -> Decision:
    return can_follow([each.standing for each in rows], is_told=case.state == CaseState.RELEASED)
