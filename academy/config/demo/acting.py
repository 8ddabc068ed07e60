"""Who acts in the demo's past: the cast by the roles held on that day, and the portal before anybody was there."""

from datetime import date

from academy.engines.access.actors import actor_for
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person, User

PART = "demo academy"


def actor(person: Person, organisation: Organisation, on: date) -> Actor:
    """The person as she acted that day, with the standing she had."""
    account = User.objects.filter(person=person).first() or User(person=person)
    return actor_for(user=account, organisation_id=organisation.pk, on=on)


def portal(on: date) -> Actor:
    return Actor.system(PART, on=on)
