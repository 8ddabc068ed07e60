"""Taking everything of one's own with one: noted, so that its owner can see when it was done."""

from datetime import datetime

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person


@command("portfolios.everything.take")
def take(*, by: Actor, at: datetime) -> Person:
    """Note that somebody takes everything of her own; what she takes is read while it is sent. Refuses an account
    without a record.
    """
    if not allows("development.record.take", by):
        raise Refused("There is nothing to take: your account has no record here.")
    person: Person = Person.objects.get(pk=by.person_id)
    record(person, note="everything", about=person.pk)
    return person
