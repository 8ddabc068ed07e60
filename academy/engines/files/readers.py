"""Who else than its owner may read a file: each app that attaches files says so for its own."""

from collections.abc import Callable

from django.db.models import Q

from academy.identity.actor import Actor

Readers = Callable[[Actor], Q]
_readers: list[Readers] = []


def register_readers(readers: Readers) -> None:
    """Add a condition over `StoredFile` under which an actor may read it. The same function twice is one."""
    if readers not in _readers:
        _readers.append(readers)


def readable_by(actor: Actor) -> Q:
    """Files of the actor's own, and those some app lets her read. Holds nothing for somebody without a record."""
    if actor.person_id is None:
        return Q(pk__in=())
    condition = Q(owner_id=actor.person_id)
    for readers in _readers:
        condition |= readers(actor)
    return condition
