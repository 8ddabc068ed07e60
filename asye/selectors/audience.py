"""Who is told of what becomes of a year, beside whose it is."""

from datetime import date

from academy.identity.models import Person
from academy.people.choices import RoleCode
from academy.people.querysets import holds_on
from academy.people.selectors.holders import holders
from asye.choices.enrolments import Role
from asye.models import Enrolment, Moderation, Part
from asye.querysets.enrolments import DECIDERS, RUNNERS


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
