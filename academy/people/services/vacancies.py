"""Vacancies: planning, changing, opening, closing, filling and withdrawing them (S2-14)."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.choices.vacancies import VacancyState
from academy.people.models import Grade, GradeLevel, JobRole, Team, Vacancy
from academy.people.models.vacancy import MOST_PLACES
from academy.people.rules import terms, vacancies
from academy.people.rules.spans import Span
from academy.people.selectors.vacancies import due_to_close, due_to_open
from academy.people.services.judging import lock_organisation, require
from academy.people.workflow import VACANCY

KEEPERS_ONLY = "Only human resources or the academy lead keep vacancies."


@dataclass(frozen=True, kw_only=True)
class VacancyDetails:
    """What a vacancy says; `opens_on` and `closes_on` are the first and the last day to apply."""

    team: Team
    job_role: JobRole
    title: str
    reference: str
    places: int
    opens_on: date
    closes_on: date
    grade: Grade | None = None
    level: GradeLevel | None = None
    is_outside: bool = False
    contract: str = ""
    about: str = ""


@command("people.vacancy.plan")
def plan(*, organisation: Organisation, details: VacancyDetails, by: Actor, at: datetime) -> Vacancy:
    """Plan a vacancy; nobody but who keeps it knows of it until it opens.

    Refuses who does not keep the organisation's vacancies, a reference that is another's, a team, grade or level that
    is not of the organisation, numbers of places outside 1 to 99, and a last day before the first.
    """
    vacancy = Vacancy(organisation=organisation)
    if not allows("people.vacancy.keep", by, vacancy):
        raise Refused(KEEPERS_ONLY)
    lock_organisation(organisation.pk)
    _judge(vacancy, details)
    _write(vacancy, details)
    record(vacancy, moved=("", VacancyState.PLANNED), organisation=organisation.pk)
    return vacancy


@command("people.vacancy.change")
def change(*, vacancy: Vacancy, details: VacancyDetails, by: Actor, at: datetime) -> Vacancy:
    """Change a vacancy that is planned or open. Refuses what `plan` refuses, one that is closed or over, and a coming
    first day of one that is open."""
    if not allows("people.vacancy.keep", by, vacancy):
        raise Refused(KEEPERS_ONLY)
    lock_organisation(vacancy.organisation_id)
    vacancy.refresh_from_db()
    over = vacancy.is_closed or vacancy.is_over
    require(vacancies.can_change(is_over=over, is_open=vacancy.is_open, opens_on=details.opens_on, on=by.on))
    _judge(vacancy, details)
    changed = _write(vacancy, details)
    record(vacancy, changed=changed, organisation=vacancy.organisation_id)
    return vacancy


@command("people.vacancy.open")
def open_for_applications(*, vacancy: Vacancy, by: Actor, at: datetime) -> Vacancy:
    """Open it between its first and its last day; the portal does so on the first."""
    return apply(VACANCY, "open", vacancy, by=by, at=at)


@command("people.vacancy.close")
def close(*, vacancy: Vacancy, by: Actor, at: datetime) -> Vacancy:
    """Take no more applications; the portal does so after the last day."""
    return apply(VACANCY, "close", vacancy, by=by, at=at)


@command("people.vacancy.fill")
def fill(*, vacancy: Vacancy, by: Actor, at: datetime) -> Vacancy:
    """Say that somebody is appointed. Who it is stands in her post, not here."""
    return apply(VACANCY, "fill", vacancy, by=by, at=at)


@command("people.vacancy.withdraw")
def withdraw(*, vacancy: Vacancy, reason: str, by: Actor, at: datetime) -> Vacancy:
    """Take it back, with a reason that is kept with the record."""
    return apply(VACANCY, "withdraw", vacancy, by=by, at=at, note=reason)


def turn(*, on: date, at: datetime) -> int:
    """Open what opens and close what closed by that day, as the portal; how many were turned. Each is its own act."""
    portal = Actor.system("vacancies", on=on)
    opening, closing = due_to_open(on), due_to_close(on)
    for vacancy in opening:
        open_for_applications(vacancy=vacancy, by=portal, at=at)
    for vacancy in closing:
        close(vacancy=vacancy, by=portal, at=at)
    return len(opening) + len(closing)


def _judge(vacancy: Vacancy, details: VacancyDetails) -> None:
    require(
        vacancies.fits(places=details.places, most=MOST_PLACES, opens_on=details.opens_on, closes_on=details.closes_on),
        _place_fits(vacancy, details),
    )
    same = Vacancy.objects.filter(organisation_id=vacancy.organisation_id, reference=details.reference)
    if same.exclude(pk=vacancy.pk).exists():
        raise Refused("Another vacancy has this reference. Give another.", field="reference")


def _place_fits(vacancy: Vacancy, details: VacancyDetails) -> terms.Decision:
    """Team, grade and level belong together here as they do in the terms of somebody who is appointed."""
    grade, team = details.grade, details.team
    proposed = terms.ProposedTerms(
        from_on=details.opens_on,
        organisation_id=vacancy.organisation_id,
        team=terms.TeamFacts(team.service.organisation_id, Span(team.from_on, team.until_on)),
        fte=Decimal(1),
        grade=terms.GradeFacts(grade.pk, grade.organisation_id) if grade else None,
        level_of_grade_id=details.level.grade_id if details.level else None,
    )
    return terms.can_begin(proposed, post=Span(details.opens_on), last_begin=None)


def _write(vacancy: Vacancy, details: VacancyDetails) -> list[str]:
    """Write what it says; returns the names of what is different."""
    said = {field.name: getattr(details, field.name) for field in fields(details)}
    changed = [name for name, value in said.items() if vacancy.pk is None or getattr(vacancy, name) != value]
    for name in changed:
        setattr(vacancy, name, said[name])
    vacancy.save()
    return changed
