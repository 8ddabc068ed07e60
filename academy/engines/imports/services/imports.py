"""Uploading a table, saying that it is to be taken in, and taking it in."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

from django.core.files import File
from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.files.rules.uploads import tidy_name
from academy.engines.imports.choices import AT_ONCE
from academy.engines.imports.declarations import Batch, ImportKind, Values, kind_called
from academy.engines.imports.models import Import, ImportRow
from academy.engines.imports.rules.rows import parsed
from academy.engines.imports.rules.tables import MOST_BYTES
from academy.engines.jobs.services.jobs import ask
from academy.identity.actor import Actor

CHECK = "imports.import.check"
TAKE_IN = "imports.import.take_in"


@command("imports.import.upload")
def upload(*, kind: ImportKind, file: File, by: Actor, at: datetime) -> Import:
    """Keep a table and have it checked. The same content again gives the import there is, also one taken in.

    Refuses whoever may not import this kind, empty files, and more than 5 MB.
    """
    if by.person_id is None or not allows(kind.permission, by):
        raise Refused("Only somebody with a post or a membership can take this in. Ask your academy lead.")
    content = file.read(MOST_BYTES + 1)
    if not content or len(content) > MOST_BYTES:
        raise Refused("Choose a file with something in it, of at most 5 MB.", field="file")
    digest = hashlib.sha256(content).hexdigest()
    same = Import.objects.kept(at).filter(owner_id=by.person_id, kind=kind.name, sha256=digest, reason="").first()
    if same is not None:
        record(same, note=kind.name, about=by.person_id)
        return same
    made = Import.objects.create(
        kind=kind.name,
        owner_id=by.person_id,
        organisation_id=by.organisation_id,
        original_name=tidy_name(file.name or "")[:120] or "table",
        sha256=digest,
        content=content,
        uploaded_at=at,
    )
    made.job = ask(kind=CHECK, by=by, at=at, arguments={"import": made.pk})
    made.save(update_fields=["job"])
    record(made, moved=("", "uploaded"), note=kind.name, about=by.person_id)
    return made


@command("imports.import.ask")
def ask_to_take_in(*, upload: Import, by: Actor, at: datetime) -> Import:
    """Have the good rows taken in. Asked twice, they are taken in once.

    Refuses anybody but the owner, a file that is not checked yet or has no good row, and one that was taken in.
    """
    held = Import.objects.select_for_update().get(pk=upload.pk)
    if not allows("imports.import.take_in", by, held):
        raise Refused("Only the person who uploaded it can take it in.")
    if held.committed_at is not None:
        day = timezone.localdate(held.committed_at)
        raise Refused(f"This file was taken in on {day.day} {day:%B %Y}. Nothing more needs to be done.")
    if held.checked_at is None or not held.good:
        raise Refused("There is no good row to take in. Correct the file and upload it again.")
    if held.asked_at is None:
        held.asked_at = at
        held.job = ask(kind=TAKE_IN, by=by, at=at, arguments={"import": held.pk})
        held.save(update_fields=["asked_at", "job"])
    record(held, changed=("asked_at",), note=held.kind, about=held.owner_id)
    return held


@command("imports.import.take_in")
def take_in(*, upload: Import, by: Actor, at: datetime) -> Import:
    """Take in all good rows in one transaction: of a worker killed half-way nothing is left, and the next begins again.

    Refuses a file that was taken in: what it brought is there. The good rows are then deleted; the wrong ones stay.
    """
    held = Import.objects.select_for_update().get(pk=upload.pk)
    kind = kind_called(held.kind)
    if held.committed_at is not None:
        raise Refused("This file was taken in already.")
    if not allows(kind.permission, by):
        raise Refused("Only somebody with a post or a membership can take this in. Ask your academy lead.")
    outcome = kind.commit_rows(Batch(upload=held, rows=_good_values(held, kind), by=by, at=at))
    held.committed_at, held.added = at, outcome.added
    held.save(update_fields=["committed_at", "added"])
    ImportRow.objects.filter(upload=held, is_good=True).delete()
    record(held, moved=("checked", "taken in"), note=held.kind, about=held.owner_id)
    return held


def _good_values(held: Import, kind: ImportKind) -> Iterator[Values]:
    rows = ImportRow.objects.filter(upload=held, is_good=True).order_by("number")
    for cells in rows.values_list("cells", flat=True).iterator(AT_ONCE):
        yield parsed(kind.columns, cells)[0]
