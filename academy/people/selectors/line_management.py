"""Who answers for whom, read from the terms of posts."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from academy.people.models import Deputy, Terms
from academy.people.querysets import holds_on
from academy.people.selectors.written_once import WrittenOnce


def managed_by(person_id: int, on: date, *, places: Collection[int]) -> frozenset[int]:
    """Ids of the people whose line manager she is on the day, or whose line manager she stands in for, in one query.

    `places` are the organisations she belongs to that day: who has left an organisation manages nobody there.
    """
    if not places:
        return frozenset()
    return frozenset(managed for managed, place in MANAGED.rows(person_id, on) if place in places) - {person_id}


def _managed(person_id: int, on: date) -> QuerySet[Any, Any]:
    """Whom she manages, herself or for another, and where. A union, because the two halves each have an index and "or"
    between them would read everybody's terms."""
    own = _held(on).filter(line_manager_id=person_id).values_list("post__person_id", "post__organisation_id")
    for_another = _held(on).filter(Exists(_stands_in(person_id, on)))
    return own.union(for_another.values_list("post__person_id", "post__organisation_id"))


MANAGED = WrittenOnce(_managed)


def organisations_managed(person_id: int, *, by: int, on: date) -> frozenset[int]:
    """Ids of the organisations in which she is the person's line manager on the day, or stands in for her line manager,
    in one query."""
    managed = _held(on).filter(Q(line_manager_id=by) | Exists(_stands_in(by, on)), post__person_id=person_id)
    return frozenset(managed.values_list("post__organisation_id", flat=True))


def absent_manager(person_id: int, organisation_id: int, *, by: int, on: date) -> int | None:
    """The id of her line manager in that organisation for whom the other stands in on the day; None where the other is
    her line manager, or neither. Two queries."""
    held = _held(on).filter(post__person_id=person_id, post__organisation_id=organisation_id)
    managers = set(held.exclude(line_manager=None).values_list("line_manager_id", flat=True))
    if by in managers:
        return None
    standing_in = Deputy.objects.filter(
        holds_on(on), deputy_id=by, organisation_id=organisation_id, person_id__in=managers
    )
    return standing_in.order_by("pk").values_list("person_id", flat=True).first()


def deputies_for(person: int | OuterRef, organisation: int | OuterRef, *, on: date) -> QuerySet[Deputy]:
    """Who stands in on the day for a line manager the person has there; of each, `person` is the manager. Within
    `Exists` both are told as fields of the row outside."""
    whose = OuterRef(person) if isinstance(person, OuterRef) else person
    manages = _held(on).filter(
        post__person_id=whose,
        post__organisation_id=OuterRef("organisation_id"),
        line_manager_id=OuterRef("person_id"),
    )
    return Deputy.objects.filter(Exists(manages), holds_on(on), organisation_id=organisation)


def line_managers_from(people: Collection[int], from_on: date) -> frozenset[int]:
    """Ids of everybody who is line manager of one of the people on that day or a later one, in one query."""
    lasting = Q(until_on__isnull=True) | Q(until_on__gte=from_on)
    managers = Terms.objects.filter(lasting, post__person_id__in=people, line_manager_id__isnull=False)
    return frozenset(managers.values_list("line_manager_id", flat=True))


def line_manager_of(on: date, *, person: str) -> Subquery:
    """For rows of any table: the id of the line manager, on the day, of the person that field of the row names.

    Of the primary post that began first, when several name one.
    """
    terms = _held(on).filter(post__person_id=OuterRef(person), line_manager__isnull=False)
    return Subquery(terms.order_by("-post__is_primary", "post__from_on", "post_id").values("line_manager_id")[:1])


def _held(on: date) -> QuerySet[Terms]:
    return Terms.objects.filter(holds_on(on), holds_on(on, "post__")).order_by()


def _stands_in(person_id: int, on: date) -> QuerySet[Deputy]:
    """For terms: that she stands in for their line manager, in their organisation."""
    return Deputy.objects.filter(
        holds_on(on),
        deputy_id=person_id,
        person_id=OuterRef("line_manager_id"),
        organisation_id=OuterRef("post__organisation_id"),
    )
