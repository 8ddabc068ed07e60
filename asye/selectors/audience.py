"""Who is told of what becomes of a year, beside whose it is."""

from collections.abc import Iterable
from datetime import date

from academy.engines.access.querysets import bars_on
from academy.identity.models import Person
from academy.people.choices import RoleCode
from academy.people.querysets import holds_on
from academy.people.selectors.holders import holders
from academy.people.selectors.whereabouts import reaches_on
from asye.choices.enrolments import Role
from asye.models import Enrolment, Moderation, Part
from asye.querysets.enrolments import DECIDERS, RUNNERS


def kept_from(enrolments: Iterable[Enrolment], *, on: date) -> set[tuple[int, int]]:
    """Who is told nothing of which of these years, by the ids of year and person: whoever is barred from it, and
    whoever has left its employer while she still has a part. Her own is told to her always. Two queries."""
    owners = {each.pk: each.person_id for each in enrolments}
    barred = bars_on(on, Enrolment).filter(thing_id__in=owners).order_by().values_list("thing_id", "person_id")
    there = reaches_on(on, person="person_id", organisation="enrolment__organisation_id")
    left = Part.objects.filter(~there, holds_on(on), enrolment_id__in=owners).order_by()
    found = {*barred, *left.values_list("enrolment_id", "person_id")}
    return {(year, person) for year, person in found if owners[year] != person}


def in_part(enrolment: Enrolment, *roles: str, on: date) -> list[Person]:
    """Who has one of these parts in the year on the day, each once, by name."""
    held = Part.objects.filter(holds_on(on), enrolment_id=enrolment.pk, role__in=roles)
    return list(Person.objects.filter(pk__in=held.values("person_id")))


def coordinators_of(enrolment: Enrolment, *, on: date) -> list[Person]:
    """The co-ordinator of the year; without one, whoever runs the programme at her employer."""
    return in_part(enrolment, Role.COORDINATOR, on=on) or runners_at(enrolment.organisation_id, on=on)


def runners_at(organisation_id: int, *, on: date) -> list[Person]:
    """The ASYE co-ordinators of an employer; without one, its academy leads."""
    for role in RUNNERS:
        found = list(holders(role, organisation_id=organisation_id, on=on))
        if found:
            return found
    return []


def keepers_at(organisation_id: int, *, on: date) -> list[Person]:
    """Human resources there, who keep grades, probation and confirmation."""
    return list(holders(RoleCode.HR, organisation_id=organisation_id, on=on))


def deciders_of(enrolment: Enrolment, *, on: date) -> list[Person]:
    """Who decides for the employer: those nearest to practice who neither took part in the year nor moderated it."""
    hands = {
        enrolment.person_id,
        *enrolment.parts.values_list("person_id", flat=True),
        *enrolment.recommendations.values_list("person_id", flat=True),
        *Moderation.objects.filter(recommendation__enrolment=enrolment).values_list("recorded_by_id", flat=True),
    }
    for role in DECIDERS:
        found = list(holders(role, organisation_id=enrolment.organisation_id, on=on).exclude(pk__in=hands))
        if found:
            return found
    return []
