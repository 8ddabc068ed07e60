"""A writer's own pseudonyms, and what the guard is told of her."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model

from academy.engines.guard import lines
from academy.engines.guard.keys import decrypted, newest_key_id
from academy.engines.guard.known import Alias, Known
from academy.engines.guard.masks import masks_for
from academy.engines.guard.models import PseudonymKey
from academy.engines.guard.selectors.overrules import marks_of
from academy.identity.actor import Actor


@dataclass(frozen=True)
class Key:
    """A writer's key as she reads it. `is_readable` is False where the server key it was encrypted with is gone."""

    aliases: tuple[Alias, ...] = ()
    changed_at: datetime | None = None
    is_readable: bool = True


def key_of(actor: Actor) -> Key:
    """The actor's own key; there is no way to ask for another's. One query."""
    key = PseudonymKey.objects.visible_to(actor).first()
    if key is None:
        return Key()
    text = decrypted(key.token)
    aliases = lines.read(text, writer_id=key.writer_id) if text is not None else None
    return Key(aliases or (), key.changed_at, is_readable=aliases is not None)


def known_to(actor: Actor, *, thing: Model | None = None) -> Known:
    """What a guarded form is made with: the writer's names, the masks of cases, what was overruled in the thing."""
    overruled = marks_of(thing) if thing is not None and thing.pk else frozenset()
    return Known(key_of(actor).aliases, masks_for(actor.organisation_id, actor.on), overruled)


def exported_key(actor: Actor) -> list[dict[str, str]]:
    """The actor's own lines, for the export of her own record and for nobody else's."""
    return [{"pseudonym": alias.pseudonym, "name": alias.name} for alias in key_of(actor).aliases]


def outdated_keys() -> Iterator[PseudonymKey]:
    """Keys that were not encrypted with the newest server key."""
    return PseudonymKey.objects.exclude(key_id=newest_key_id()).order_by("pk").iterator()
