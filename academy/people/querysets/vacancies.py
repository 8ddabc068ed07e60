"""Filters of vacancies."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.identity.actor import Actor
from academy.people.choices import VACANCY_KEEPERS
from academy.people.choices.vacancies import KNOWN_TO_STAFF, VacancyState


class VacancyQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of the organisations whose vacancies she keeps; of her employers all but what is planned or withdrawn;
        where she belongs without a post, what is open to people outside."""
        kept = Q(organisation_id__in=actor.organisations_where(*VACANCY_KEEPERS))
        inside = Q(organisation_id__in=actor.staff_of, state__in=KNOWN_TO_STAFF)
        outside = Q(organisation_id__in=actor.reaches, state=VacancyState.OPEN, is_outside=True)
        return self.filter(kept | inside | outside)

    def open_on(self, day: date) -> Self:
        """Those that can be applied for on the day: opened, and the day between its first and last."""
        return self.filter(state=VacancyState.OPEN, opens_on__lte=day, closes_on__gte=day)
