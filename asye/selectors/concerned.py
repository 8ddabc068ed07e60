"""Whom a year concerns on a day: whose own it is, and who has a part in one."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from academy.people.querysets import holds_on
from academy.people.selectors.standing import marked
from asye.models import Enrolment, Part

CONCERNED = "asye"


def own_years(person_id: int, on: date) -> QuerySet[Any, Any]:
    """A mark on whose own year it is, also when it is over: she keeps the record."""
    return marked(Enrolment.objects.filter(person_id=person_id), CONCERNED)


def parts_held(person_id: int, on: date) -> QuerySet[Any, Any]:
    """A mark on who has a part in a year on the day."""
    return marked(Part.objects.filter(holds_on(on), person_id=person_id), CONCERNED)
