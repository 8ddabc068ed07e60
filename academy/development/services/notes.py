"""Private notes: written, changed and deleted by their owner. The audit says that, and never a word of them."""

from datetime import datetime

from academy.development.models import PrivateNote
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.identity.actor import Actor


@command("development.note.write")
def write(*, note: PrivateNote | None, title: str, words: str, by: Actor, at: datetime) -> PrivateNote:
    """Write a new note, or a note of one's own anew. Refuses anybody who is not its owner."""
    if note is None:
        if not allows("development.note.begin", by):
            raise Refused("Only somebody with a record keeps notes here.")
        made = PrivateNote.objects.create(owner_id=by.person_id, title=title, words=words, written_at=at, changed_at=at)
        record(made, about=by.person_id)
        return made
    held = _own(note, by=by)
    held.title, held.words, held.changed_at = title, words, at
    held.save(update_fields=["title", "words", "changed_at"])
    record(held, changed=("title", "words"), about=by.person_id)
    return held


@command("development.note.delete")
def delete(*, note: PrivateNote, by: Actor, at: datetime) -> None:
    """Delete a note of one's own for good."""
    held = _own(note, by=by)
    record(held, moved=("kept", "deleted"), about=by.person_id)
    held.delete()


def _own(note: PrivateNote, *, by: Actor) -> PrivateNote:
    """The note as it is now, locked. Refuses anybody who is not its owner."""
    if not allows("development.note.keep", by, note):
        raise Refused("There is no such note of yours.")
    return PrivateNote.objects.select_for_update(no_key=True).get(pk=note.pk)
