"""Files beside an entry."""

from datetime import datetime

from django.core.files import File

from academy.development.models import Entry, EntryFile
from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.files.models import StoredFile
from academy.engines.files.services.files import store, withdraw
from academy.identity.actor import Actor

MOST_FILES = 10


@command("development.entry.attach")
def attach(*, entry: Entry, upload: File, by: Actor, at: datetime) -> EntryFile:
    """Store a file and put it beside the entry.

    Refuses anybody but the author, withdrawn entries, more than ten files, the same file twice, and what the files
    engine refuses (kind by content, size, virus check).
    """
    _refuse_others(entry, by)
    if EntryFile.objects.filter(entry=entry).count() >= MOST_FILES:
        raise Refused(f"An entry takes {MOST_FILES} files at most. Remove one first.", field="upload")
    try:
        stored = store(upload=upload, by=by, at=at)
    except Refused as refused:
        raise Refused(refused.reason, field="upload") from refused
    if EntryFile.objects.filter(entry=entry, file__sha256=stored.sha256).exists():
        raise Refused("This file is here already.", field="upload")
    attached = EntryFile.objects.create(entry=entry, file=stored, added_at=at)
    record(attached, changed=("file",), about=entry.author_id, organisation=entry.organisation_id)
    return attached


@command("development.entry.detach")
def detach(*, attached: EntryFile, by: Actor, at: datetime) -> StoredFile:
    """Take a file away from its entry. Copies that were shared or used keep it; in no copy, its bytes are deleted."""
    entry, stored = attached.entry, attached.file
    _refuse_others(entry, by)
    attached_id = attached.pk
    attached.delete()
    attached.pk = attached_id
    if not entry.versions.filter(attached=stored).exists():
        withdraw(file=stored, reason="Removed by its owner.", by=by, at=at)
    record(attached, changed=("file",), about=entry.author_id, organisation=entry.organisation_id)
    return stored


def _refuse_others(entry: Entry, by: Actor) -> None:
    if not allows("development.entry.write", by, entry):
        raise Refused("Only the person who wrote it can change this entry.")
    if entry.is_withdrawn:
        raise Refused("This entry is withdrawn. Bring it back first, then change it.")
