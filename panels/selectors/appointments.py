"""From eligible to a post: how far somebody is, which vacancies she can be appointed to, and who waits for one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from academy.identity.actor import Actor
from academy.people.choices import VACANCY_KEEPERS
from academy.people.choices.vacancies import VacancyState
from academy.people.models import Vacancy
from panels.choices.cases import CaseKind, CaseState
from panels.choices.outcomes import AppointmentState
from panels.models import Appointment, Case, Decision
from panels.rules.gates import PENDING, TO_BE_FILLED, Appointing, GateLine, Way, gate_lines
from panels.rules.visibility import As, Sight
from panels.selectors.steps import mechanisms_of

BESIDE = ("case__person", "case__grade", "case__vacancy", "case__journey__ladder", "vacancy__grade", "vacancy__level")
WITHOUT = (AppointmentState.NOT_APPOINTED, AppointmentState.LAPSED)


@dataclass(frozen=True)
class Recruiting:
    """What waits for whoever recruits: who is eligible, who is invited, and who has no post yet and could follow."""

    eligible: tuple[Appointment, ...]
    invited: tuple[Appointment, ...]
    without: tuple[Appointment, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.eligible or self.invited or self.without)


def gates_for(case: Case, *, latest: Appointment | None, vacancy: Vacancy | None) -> tuple[GateLine, ...]:
    """The gates of the case's step and how far she is, with this vacancy. Journey and ladder are read beside the case.
    Three queries at most."""
    told = Decision.objects.holding().filter(case=case).first() if case.state == CaseState.RELEASED else None
    way = Way(
        mechanisms=mechanisms_of(case),
        kind=CaseKind(case.kind),
        outcome=told.standing if told else None,
        is_seen=case.accepted_at is not None,
        vacancy=VacancyState(vacancy.state) if vacancy else None,
        appointment=latest.standing if latest else None,
    )
    return gate_lines(way)


def appointing_of(
    appointment: Appointment, *, vacancy: Vacancy | None, from_on: date | None, words: str, on: date
) -> Appointing:
    """What is known as somebody is to be appointed to this vacancy. Case and journey are read beside the appointment.
    Four queries at most."""
    return Appointing(
        on=on,
        gates=gates_for(appointment.case, latest=appointment, vacancy=vacancy),
        state=appointment.standing,
        vacancy=VacancyState(vacancy.state) if vacancy else None,
        places=vacancy.places if vacancy else 0,
        taken=taken_of(vacancy),
        interviewed_on=timezone.localdate(appointment.interview_at) if appointment.interview_at else None,
        from_on=from_on,
        words=words,
    )


def taken_of(vacancy: Vacancy | None) -> int:
    """How many of the vacancy's places somebody was appointed to here. One query."""
    if vacancy is None:
        return 0
    return Appointment.objects.filter(vacancy=vacancy, state=AppointmentState.APPOINTED).count()


def vacancies_to_fill(case: Case) -> list[Vacancy]:
    """Those of the organisation she can be appointed to: to be filled, at the grade her step leads to where that is
    known; for somebody from outside those open to people outside. One query."""
    found = Vacancy.objects.filter(organisation_id=case.organisation_id, state__in=TO_BE_FILLED)
    if case.grade_id is not None:
        found = found.filter(grade_id=case.grade_id)
    if case.is_external:
        found = found.filter(is_outside=True)
    return list(found.select_related("team__service", "grade", "level").order_by("closes_on", "title", "pk"))


def recruiting_of(actor: Actor) -> Recruiting:
    """What waits for the actor as somebody who recruits, of the organisation acted in; never a case she is out of. Two
    queries."""
    pending = list(recruited_by(actor).filter(state__in=PENDING))
    later = Appointment.objects.filter(case_id=OuterRef("case_id"), number__gt=OuterRef("number"))
    told = {"case__state": CaseState.RELEASED, "state__in": WITHOUT}
    without = recruited_by(actor).filter(~Exists(later), **told)
    return Recruiting(
        eligible=_in(pending, AppointmentState.ELIGIBLE),
        invited=_in(pending, AppointmentState.INVITED),
        without=tuple(without),
    )


def recruited_by(actor: Actor) -> QuerySet[Appointment]:
    """The appointments of cases to which the actor comes as somebody who recruits, of the organisation acted in, the
    longest eligible first."""
    hers = Case.objects.at_table(actor, Sight.APPOINTMENT, among={As.RECRUITER})
    here = hers.filter(organisation_id=actor.organisation_id).order_by().values("pk")
    seen: QuerySet[Appointment] = Appointment.objects.filter(case__in=here)
    return seen.select_related(*BESIDE).order_by("eligible_at", "pk")


def _in(rows: Iterable[Appointment], state: AppointmentState) -> tuple[Appointment, ...]:
    return tuple(each for each in rows if each.state == state)


def full_vacancies(actor: Actor) -> list[Vacancy]:
    """Vacancies the actor keeps where she acts whose last place somebody was appointed to, and that are not filled or
    withdrawn yet. One query."""
    here = actor.organisations_where(*VACANCY_KEEPERS) & {actor.organisation_id}
    appointed = Count("appointments", filter=Q(appointments__state=AppointmentState.APPOINTED))
    kept = Vacancy.objects.filter(organisation_id__in=here, state__in=TO_BE_FILLED).annotate(appointed=appointed)
    return list(kept.filter(appointed__gte=F("places")).order_by("closes_on", "pk"))
