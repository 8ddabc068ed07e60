"""Who holds a role in an organisation on a day."""

from datetime import date

from django.db.models import QuerySet

from academy.identity.models import Person
from academy.people.models import RoleHolding
from academy.people.querysets import holds_on


def holders(role: str, *, organisation_id: int, on: date) -> QuerySet[Person]:
    """The people who hold the role there on that day, in whatever scope, by name."""
    held = RoleHolding.objects.filter(holds_on(on), role=role, organisation_id=organisation_id)
    return Person.objects.filter(pk__in=held.values("person_id"))
