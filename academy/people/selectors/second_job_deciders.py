"""Who gives the permission for a second job: her line manager or the chief officer, and whom deputies stand in for."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from academy.identity.models import Person
from academy.people.choices import RoleCode
from academy.people.choices.second_jobs import PermittedBy
from academy.people.models import Deputy, RoleHolding, SecondJob, Terms
from academy.people.querysets import holds_on


def deciders_of(job: SecondJob, *, on: date) -> list[Person]:
    """Who decides on a day, by name, never the person herself; deputies apart. One query."""
    return asked_of(job.person_id, job.organisation_id, permitted_by=job.permitted_by, on=on)


def asked_of(person_id: int, organisation_id: int, *, permitted_by: str, on: date) -> list[Person]:
    """The same before anything is declared."""
    ids: QuerySet[Any, Any]
    if permitted_by == PermittedBy.LINE_MANAGER:
        held = Terms.objects.filter(holds_on(on), holds_on(on, "post__"))
        ids = held.filter(post__person_id=person_id, post__organisation_id=organisation_id).values("line_manager_id")
    else:
        roles = RoleHolding.objects.filter(holds_on(on), organisation_id=organisation_id, service=None, team=None)
        ids = roles.filter(role=RoleCode.CHIEF_OFFICER).values("person_id")
    people = Person.objects.filter(pk__in=ids).exclude(pk=person_id)
    return list(people.order_by("family_name", "given_name", "pk"))


def deputies_of(people: Iterable[Person], job: SecondJob, *, on: date) -> list[Deputy]:
    """Who stands in for one of them where the job was declared, never the person herself. One query."""
    rows = Deputy.objects.filter(holds_on(on), person__in=[each.pk for each in people])
    there = rows.filter(organisation_id=job.organisation_id).exclude(deputy_id=job.person_id)
    return list(there.select_related("person", "deputy").order_by("pk"))


def stood_in_for(person_id: int, job: SecondJob, *, on: date) -> int | None:
    """The id of whom somebody decides for as deputy; None for who decides herself."""
    people = deciders_of(job, on=on)
    if any(person.pk == person_id for person in people):
        return None
    standing_in = (each for each in deputies_of(people, job, on=on) if each.deputy_id == person_id)
    return next((each.person_id for each in standing_in), None)
