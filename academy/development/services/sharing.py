"""Sharing an entry with a colleague, ending it, and noting that it was talked about."""

from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType

from academy.development.choices import MOST_NOTE, SHARE
from academy.development.models import Discussion, Entry, Share
from academy.development.services.versions import latest_version
from academy.engines.access.models import Grant
from academy.engines.access.permissions import allows
from academy.engines.access.services import grants
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.belonging import belongings


@command("development.entry.share")
def share(*, entry: Entry, person: Person, note: str, by: Actor, at: datetime) -> Share:
    """Let a colleague read the entry as it stands now. Changes after this are not seen until it is shared again.

    Refuses oneself, people outside the entry's organisation on that day, entries that are not kept, a note over 1,000
    characters, and sharing the same unchanged entry twice.
    """
    if not allows("development.entry.share", by, entry):
        raise Refused("Only the person who wrote it can share this entry.")
    if person.pk == entry.author_id:
        raise Refused("Choose a colleague: you read your own entries anyway.", field="person")
    if not _belongs(person, organisation_id=entry.organisation_id, on=by.on):
        raise Refused("Choose somebody of your own organisation.", field="person")
    if len(note) > MOST_NOTE:
        raise Refused(f"Use at most {MOST_NOTE:,} characters.", field="note")
    version = latest_version(entry=entry, at=at)
    before = Share.objects.live().filter(entry=entry, person=person).first()
    if before is not None and before.version_id == version.pk:
        raise Refused(f"{person.short_name} can read this version already.", field="person")
    if before is not None:
        _close(before, at=at)
    made = Share.objects.create(entry=entry, version=version, person=person, note=note.strip(), shared_at=at)
    grants.give(person=person, thing=entry, purpose=SHARE, by=by, at=at)
    record(made, moved=("", "live"), changed=("version",), about=entry.author_id, organisation=entry.organisation_id)
    return made


@command("development.entry.end_share")
def end_share(*, share: Share, by: Actor, at: datetime) -> Share:
    """End a share this moment: the colleague can open the entry no more. Refuses one that ended before."""
    if not allows("development.entry.share", by, share.entry):
        raise Refused("Only the person who wrote it can end the sharing.")
    _close(share, at=at)
    _withdraw_grant(share, by=by, at=at)
    record(share, moved=("live", "ended"), changed=("ended_at",), about=share.entry.author_id)
    return share


def end_all(*, entry: Entry, by: Actor, at: datetime) -> None:
    """End every live share of an entry, each by its own command."""
    for share in Share.objects.live().filter(entry=entry).select_related("entry"):
        end_share(share=share, by=by, at=at)


@command("development.entry.discuss")
def discuss(*, entry: Entry, person: Person, on: date, by: Actor, at: datetime) -> Discussion:
    """Note that the entry was talked about with a person on a day; either of the two may note it, once for a day.

    Refuses days to come, days before what the entry is about, and people it is not shared with.
    """
    if not allows("development.entry.discuss", by, entry):
        raise Refused("Only the author and a reader of the entry can note this.")
    if by.person_id not in (entry.author_id, person.pk):
        raise Refused("You can note only talks you took part in.")
    if not Share.objects.filter(entry=entry, person=person).exists():
        raise Refused("Share the entry with this person first.", field="person")
    if on > by.on:
        raise Refused("Write a day that has been.", field="on")
    if entry.started_on is not None and on < entry.started_on:
        raise Refused("The talk cannot have been before what the entry is about.", field="on")
    noted, is_new = Discussion.objects.get_or_create(
        entry=entry, person=person, on=on, defaults={"noted_by_id": by.person_id, "noted_at": at}
    )
    if not is_new:
        raise Refused("This talk is noted already.", field="on")
    record(noted, changed=("on",), about=entry.author_id, organisation=entry.organisation_id)
    return noted


def _belongs(person: Person, *, organisation_id: int, on: date) -> bool:
    return any(place.organisation_id == organisation_id for place in belongings(person.pk, on))


def _close(share: Share, *, at: datetime) -> None:
    if not Share.objects.live().filter(pk=share.pk).update(ended_at=at):
        raise Refused("The sharing has ended already.")
    share.ended_at = at


def _withdraw_grant(share: Share, *, by: Actor, at: datetime) -> None:
    grant = Grant.objects.filter(
        person_id=share.person_id,
        thing_type=ContentType.objects.get_for_model(Entry),
        thing_id=share.entry_id,
        purpose=SHARE,
        withdrawn_at=None,
    ).first()
    if grant is not None:
        grants.withdraw(grant=grant, by=by, at=at)
