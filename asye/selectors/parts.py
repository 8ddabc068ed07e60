"""Who has which part in a year, and for whom somebody stands in."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from academy.people.models import Deputy
from academy.people.querysets import holds_on
from academy.people.selectors.line_management import absent_manager
from asye.choices.enrolments import Role
from asye.models import Enrolment, Part, Recommendation


def roles_of(actor: Actor, enrolment: Enrolment) -> frozenset[str]:
    """The parts the actor has in the year on her day: the NQSW's if it is her own, those assigned to her, and the line
    manager's where she stands in for that manager. At most three queries."""
    if actor.person_id is None:
        return frozenset()
    if enrolment.person_id == actor.person_id:
        return frozenset({Role.NQSW.value})
    if actor.lacks_second_factor or enrolment.organisation_id not in actor.reaches:
        return frozenset()
    held = set(_held(actor, enrolment).filter(person_id=actor.person_id).values_list("role", flat=True))
    if stands_in_for(actor, enrolment) is not None:
        held.add(Role.MANAGER.value)
    return frozenset(held)


def roles_in(years: Collection[Enrolment], actor: Actor) -> dict[int, set[str]]:
    """By the id of the year, for each of them: the same parts. One query."""
    found = {each.pk: {Role.NQSW.value} if each.person_id == actor.person_id else set() for each in years}
    if actor.person_id is None or actor.lacks_second_factor:
        return found
    others = [pk for pk, roles in found.items() if not roles]
    hers = Q(person_id=actor.person_id) | _for_absent_manager(actor)
    here = {"enrolment_id__in": others, "enrolment__organisation_id__in": actor.reaches}
    for year, role in Part.objects.filter(hers, holds_on(actor.on), **here).values_list("enrolment_id", "role"):
        found[year].add(role)
    return found


def stands_in_for(actor: Actor, enrolment: Enrolment) -> int | None:
    """The id of the manager of this year for whom the actor stands in on her day; None where she does not."""
    if actor.person_id is None or enrolment.person_id not in actor.manages:
        return None
    absent = absent_manager(enrolment.person_id, enrolment.organisation_id, by=actor.person_id, on=actor.on)
    if absent is None:
        return None
    of_manager = _held(actor, enrolment).filter(role=Role.MANAGER, person_id=absent)
    return absent if of_manager.exists() else None


def took_part(actor: Actor, enrolment: Enrolment) -> bool:
    """Is the year her own, did she recommend in it, or has or had she any part in it? Whoever did neither moderates it
    nor decides on it (D1-61). At most two queries."""
    if enrolment.person_id == actor.person_id:
        return True
    return Recommendation.objects.filter(enrolment=enrolment, person_id=actor.person_id).exists() or (
        enrolment.parts.filter(person_id=actor.person_id).exists()
    )


def _for_absent_manager(actor: Actor) -> Q:
    standing_in = Deputy.objects.filter(
        holds_on(actor.on),
        deputy_id=actor.person_id,
        person_id=OuterRef("person_id"),
        organisation_id=OuterRef("enrolment__organisation_id"),
    )
    return Q(Exists(standing_in), role=Role.MANAGER, enrolment__person_id__in=actor.manages)


def _held(actor: Actor, enrolment: Enrolment) -> QuerySet[Part]:
    return Part.objects.filter(holds_on(actor.on), enrolment_id=enrolment.pk)
