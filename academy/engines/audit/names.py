"""The scrubbable rows through which events name people."""

from academy.engines.audit.models import Name
from academy.identity.actor import Actor
from academy.identity.choices import ActorKind
from academy.identity.models import Person


def name_of(actor: Actor) -> Name:
    """The row that names this actor; made on her first act. A scrubbed row stays scrubbed."""
    reference = str(actor.person_id or actor.user_id or actor.label)
    row, _ = Name.objects.get_or_create(kind=actor.kind, reference=reference, defaults={"name": actor.label})
    return row


def name_of_person(person_id: int) -> Name:
    """The row that names a person who did not act herself (the one a deputy acts for)."""
    found = Name.objects.filter(kind=ActorKind.USER, reference=str(person_id)).first()
    if found:
        return found
    person = Person.objects.get(pk=person_id)
    return Name.objects.create(kind=ActorKind.USER, reference=str(person_id), name=person.full_name)
