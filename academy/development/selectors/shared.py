"""What colleagues share with somebody."""

from dataclasses import dataclass
from datetime import date

from academy.development.models import Discussion, Entry, Share
from academy.identity.actor import Actor
from academy.identity.models import Person


@dataclass(frozen=True)
class SharedEntry:
    """A share as its reader sees it in a list, with the days on which the two talked about it."""

    share: Share
    talked_on: tuple[date, ...]

    @property
    def is_waiting(self) -> bool:
        """Not talked about yet?"""
        return not self.talked_on


def shared_with(actor: Actor) -> list[SharedEntry]:
    """Live shares by which the actor may read something, those not talked about first, oldest first; two queries."""
    shares = list(Share.objects.open_to(actor).select_related("version", "entry__author").order_by("shared_at", "pk"))
    talks = Discussion.objects.filter(entry__in=[share.entry_id for share in shares], person_id=actor.person_id)
    talked: dict[int, list[date]] = {}
    for talk in talks:
        talked.setdefault(talk.entry_id, []).append(talk.on)
    found = [SharedEntry(share, tuple(talked.get(share.entry_id, ()))) for share in shares]
    return sorted(found, key=lambda shared: not shared.is_waiting)


def title_for(entry: Entry, actor: Actor) -> str:
    """What the entry is called: to its author as it stands, to a reader as in the version shared with her. One query
    for a reader."""
    if entry.author_id == actor.person_id:
        return entry.name
    shared = Share.objects.open_to(actor).filter(entry=entry).select_related("version").first()
    return shared.version.title if shared else ""


def talk_partners(entry: Entry, actor: Actor) -> list[Person]:
    """Whom a talk about the entry can be noted with: by its author everybody it was ever shared with, by a reader her
    own talk only. One query."""
    if entry.author_id == actor.person_id:
        return list(Person.objects.filter(pk__in=entry.shares.values("person")))
    return list(Person.objects.filter(pk=actor.person_id))
