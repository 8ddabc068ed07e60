"""Somebody new: a record and a place in the organisation at once, so that those who keep it find her again."""

from datetime import date, datetime

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.rules.roles import keeps
from academy.people.services import memberships, people
from academy.people.services.judging import require
from academy.people.services.people import PersonDetails


@command("people.person.bring_in")
def bring_in(
    *, details: PersonDetails, organisation: Organisation, kind: str, from_on: date, by: Actor, at: datetime
) -> Person:
    """Make a record for somebody who belongs to the organisation from a day on: as a new starter until her post begins,
    or as candidate, partner, university partner, student or guest without a post (S0-32).

    Refuses what adding a person and beginning a membership refuse.
    """
    require(keeps(by, organisation.pk))
    person = people.add(details=details, by=by, at=at)
    memberships.begin(person=person, organisation=organisation, kind=kind, from_on=from_on, by=by, at=at)
    record(person, moved=("", "here"), changed=("memberships",), about=person.pk, organisation=organisation.pk)
    return person
