"""Loading one file of reference data, and ending what a file held that is there no longer. Nothing is deleted."""

from datetime import datetime

from academy.engines.audit.commands import command, record
from academy.engines.reference.changes import Change, summary
from academy.engines.reference.declarations import kind_called
from academy.engines.reference.models import ReferenceFile
from academy.engines.reference.reading import BadPlace, Content
from academy.identity.actor import Actor


@command("reference.file.load")
def load_file(*, content: Content, by: Actor, at: datetime) -> list[Change]:
    """Write what one file says, by natural keys, and remember its digest. Loading the same again changes nothing.

    Raises BadFile, with line and key where the loader knows them.
    """
    kind = content.source.kind
    try:
        changes = kind.load(content.parsed, on=by.on)
    except BadPlace as bad:
        raise bad.in_file(content.source) from bad
    file, _ = ReferenceFile.objects.update_or_create(
        kind=kind.name,
        key=content.key,
        defaults={"name": content.source.name, "sha256": content.digest, "loaded_at": at, "withdrawn_on": None},
    )
    record(file, changed=("sha256",), note=summary(changes))
    return changes


@command("reference.file.withdraw")
def withdraw_file(*, file: ReferenceFile, by: Actor, at: datetime) -> list[Change]:
    """End from the actor's day what a file held that was taken away. What is in use keeps pointing at it."""
    changes = kind_called(file.kind).withdraw(file.key, on=by.on)
    file.withdrawn_on = by.on
    file.save(update_fields=["withdrawn_on"])
    record(file, moved=("loaded", "withdrawn"), changed=("withdrawn_on",), note=summary(changes))
    return changes
