"""Who answers for whom, read from the terms of posts."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q

from academy.people.models import Deputy, Terms
from academy.people.querysets import holds_on


def managed_by(person_id: int, on: date, *, places: Collection[int]) -> frozenset[int]:
    """Ids of the people whose line manager she is on the day, or whose line manager she stands in for, in one query.

    `places` are the organisations she belongs to that day: who has left an organisation manages nobody there.
    """
    managed = Terms.objects.filter(holds_on(on), holds_on(on, "post__"), post__organisation_id__in=places).order_by()
    stands_in = Deputy.objects.filter(
        holds_on(on),
        deputy_id=person_id,
        person_id=OuterRef("line_manager_id"),
        organisation_id=OuterRef("post__organisation_id"),
    )
    # A union, because the two halves each have an index and "or" between them would read everybody's terms.
    own = managed.filter(line_manager_id=person_id).values_list("post__person_id", flat=True)
    others = managed.filter(Exists(stands_in)).values_list("post__person_id", flat=True)
    return frozenset(own.union(others)) - {person_id}


def line_managers_from(people: Collection[int], from_on: date) -> frozenset[int]:
    """Ids of everybody who is line manager of one of the people on that day or a later one, in one query."""
    lasting = Q(until_on__isnull=True) | Q(until_on__gte=from_on)
    managers = Terms.objects.filter(lasting, post__person_id__in=people, line_manager_id__isnull=False)
    return frozenset(managers.values_list("line_manager_id", flat=True))
