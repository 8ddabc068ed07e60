"""Vacancies: those open where somebody belongs, those an employer keeps, and those whose day has come."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.choices import VACANCY_KEEPERS
from academy.people.choices.vacancies import VacancyState
from academy.people.models import Vacancy

SHOWN = ("organisation", "team__service", "job_role", "grade", "level")


def open_vacancies(
    organisation_ids: Collection[int], *, on: date, grades: Collection[str] | None = None
) -> QuerySet[Vacancy]:
    """The vacancies of organisations that can be applied for inside on a day, those that close first first; of some
    grades by their codes, or of all (None). What a ladder says of a step that waits for one (S2-14). One query."""
    found: QuerySet[Vacancy] = Vacancy.objects.open_on(on).filter(organisation_id__in=organisation_ids)
    if grades is not None:
        found = found.filter(grade__code__in=grades)
    return found.select_related(*SHOWN)


def vacancies_for(actor: Actor) -> QuerySet[Vacancy]:
    """What the actor can apply for on her day where she belongs. One query."""
    found: QuerySet[Vacancy] = Vacancy.objects.visible_to(actor).open_on(actor.on).select_related(*SHOWN)
    return found.filter(organisation_id__in=actor.reaches)


def readable_vacancies(actor: Actor) -> QuerySet[Vacancy]:
    """What the actor may read, with what a page shows of it."""
    found: QuerySet[Vacancy] = Vacancy.objects.visible_to(actor).select_related(*SHOWN)
    return found


def kept_vacancies(actor: Actor, *, over: bool) -> QuerySet[Vacancy]:
    """Those of the organisation acted in for who keeps them: what goes on, or what is filled or withdrawn."""
    here = actor.organisations_where(*VACANCY_KEEPERS) & {actor.organisation_id}
    found = Vacancy.objects.filter(organisation_id__in=here).select_related(*SHOWN)
    finished = (VacancyState.FILLED, VacancyState.WITHDRAWN)
    return found.filter(state__in=finished).order_by("-closes_on", "-pk") if over else found.exclude(state__in=finished)


def public_vacancies(organisation: Organisation, *, on: date) -> QuerySet[Vacancy]:
    """What people outside can apply for in an organisation on a day. One query."""
    return open_vacancies([organisation.pk], on=on).filter(is_outside=True)


def due_to_open(on: date) -> list[Vacancy]:
    """Planned ones whose first day has come and whose last is not over."""
    return list(Vacancy.objects.filter(state=VacancyState.PLANNED, opens_on__lte=on, closes_on__gte=on))


def due_to_close(on: date) -> list[Vacancy]:
    """Open ones whose last day is over."""
    return list(Vacancy.objects.filter(state=VacancyState.OPEN, closes_on__lt=on))
