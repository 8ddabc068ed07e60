"""The scrubbable rows through which events name people."""

from academy.engines.audit.models import Name
from academy.identity.actor import Actor
from academy.identity.choices import ActorKind
from academy.identity.models import Person


def name_of(actor: Actor) -> Name:
    """The row that names this actor; made on her first act. It follows a change of name; scrubbed, it stays so."""
    row, _ = Name.objects.get_or_create(kind=actor.kind, reference=_reference(actor), defaults={"name": actor.label})
    if row.name != actor.label and row.scrubbed_at is None:
        row.name = actor.label
        row.save(update_fields=["name"])
    return row


def kept_name_of(actor: Actor) -> Name | None:
    """The row that names this actor; None for one who never acted or whose name was removed."""
    return Name.objects.filter(kind=actor.kind, reference=_reference(actor), scrubbed_at=None).first()


def name_of_person(person_id: int) -> Name:
    """The row that names a person who did not act herself (the one a deputy acts for)."""
    found = Name.objects.filter(kind=ActorKind.USER, reference=str(person_id)).first()
    if found:
        return found
    person = Person.objects.get(pk=person_id)
    return Name.objects.create(kind=ActorKind.USER, reference=str(person_id), name=person.full_name)


def _reference(actor: Actor) -> str:
    """An account without a person is named apart: its number may be some person's too. So is the holder of a link,
    whose name stands in no other column, so that it can be scrubbed."""
    if actor.person_id:
        return str(actor.person_id)
    if actor.link:
        return f"link {actor.link.id}"
    return f"account {actor.user_id}" if actor.user_id else actor.label
