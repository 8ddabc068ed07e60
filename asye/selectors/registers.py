"""Numbers on the register."""

from collections.abc import Iterable
from datetime import date

from academy.people.choices import Regulator
from academy.people.models import Registration
from academy.people.querysets import holds_on


def swe_numbers(people: Iterable[int], *, on: date) -> dict[int, str]:
    """By the id of the person: her number with Social Work England on the day. One query."""
    held = Registration.objects.filter(holds_on(on), person_id__in=people, regulator=Regulator.SWE)
    return dict(held.order_by("from_on", "pk").values_list("person_id", "number"))
