"""Entries in regulators' registers: entering, renewing, ending, and what is noted beside the name."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.models import Annotation, Registration
from academy.people.rules import endings
from academy.people.rules import registrations as rules
from academy.people.rules.spans import Span
from academy.people.services.judging import lock_person, require


@dataclass(frozen=True)
class RegistrationDetails:
    """An entry as the public register shows it; `expires_on` is the day its present renewal runs out, if known."""

    regulator: str
    number: str
    from_on: date
    expires_on: date | None = None


@command("people.registration.enter")
def enter(*, person: Person, details: RegistrationDetails, by: Actor, at: datetime) -> Registration:
    """Enter that somebody is on a register. Refuses a number of the wrong shape or somebody else's, a first day to come
    or before the regulator kept the register, and a second entry with the regulator at a time (D0-01, X-04)."""
    lock_person(person.pk)
    number = rules.tidy_number(details.number)
    new = rules.RegistrationFacts(details.regulator, Span(details.from_on), details.expires_on)
    others = [_facts(other) for other in person.registrations.all()]
    require(rules.can_enter(new, number=number, on=by.on, others=others))
    if Registration.objects.unended().filter(regulator=details.regulator, number=number).exists():
        raise Refused("This number is entered for somebody else. Check it against the public register.", field="number")
    registration = Registration.objects.create(
        person=person,
        regulator=details.regulator,
        number=number,
        from_on=details.from_on,
        expires_on=details.expires_on,
    )
    record(registration, changed=("regulator", "number", "from_on", "expires_on"), about=person.pk)
    return registration


@command("people.registration.renew")
def renew(*, registration: Registration, expires_on: date, by: Actor, at: datetime) -> Registration:
    """Note up to which day it is renewed. Refuses an ended one and a day that is not later than the present one."""
    lock_person(registration.person_id)
    registration.refresh_from_db()
    require(rules.can_renew(_facts(registration), expires_on))
    registration.expires_on = expires_on
    registration.save(update_fields=["expires_on"])
    record(registration, changed=("expires_on",), about=registration.person_id)
    return registration


@command("people.registration.end")
def end(*, registration: Registration, last_day: date, by: Actor, at: datetime) -> Registration:
    """End it after its last day, with what is noted beside it. Refuses an ended one and a day before it, or before
    something noted beside it, began."""
    lock_person(registration.person_id)
    registration.refresh_from_db()
    noted = list(registration.annotations.unended())
    require(*(endings.can_end(Span(each.from_on, each.until_on), last_day) for each in (registration, *noted)))
    for each in (registration, *noted):
        each.until_on = last_day
        each.save(update_fields=["until_on"])
    record(registration, moved=("held", "ended"), changed=("until_on",), about=registration.person_id)
    return registration


@command("people.registration.annotate")
def annotate(*, registration: Registration, kind: str, from_on: date, by: Actor, at: datetime) -> Annotation:
    """Note beside the name what the regulator notes: AMHP, BIA. Refuses days outside the registration and doubles."""
    lock_person(registration.person_id)
    registration.refresh_from_db()
    others = [Span(other.from_on, other.until_on) for other in registration.annotations.filter(kind=kind)]
    require(rules.can_annotate(Span(registration.from_on, registration.until_on), from_on, others=others))
    annotation = Annotation.objects.create(
        registration=registration, kind=kind, from_on=from_on, until_on=registration.until_on
    )
    record(annotation, changed=("kind", "from_on"), about=registration.person_id)
    return annotation


@command("people.registration.end_annotation")
def end_annotation(*, annotation: Annotation, last_day: date, by: Actor, at: datetime) -> Annotation:
    """End what is noted beside the name. Refuses what ended, and a day before it began."""
    lock_person(annotation.registration.person_id)
    annotation.refresh_from_db()
    require(endings.can_end(Span(annotation.from_on, annotation.until_on), last_day))
    annotation.until_on = last_day
    annotation.save(update_fields=["until_on"])
    record(annotation, moved=("held", "ended"), changed=("until_on",), about=annotation.registration.person_id)
    return annotation


def _facts(registration: Registration) -> rules.RegistrationFacts:
    return rules.RegistrationFacts(
        registration.regulator, Span(registration.from_on, registration.until_on), registration.expires_on
    )
