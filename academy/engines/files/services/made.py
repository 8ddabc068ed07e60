"""Keeping what the portal made itself: documents, in which files handed in may lie, each checked when it came."""

import hashlib
import uuid
from datetime import datetime

from django.core.files import File
from django.core.files.storage import default_storage

from academy.engines.audit.commands import Refused, command, record
from academy.engines.files.choices import FileKind, ScanState
from academy.engines.files.models import StoredFile
from academy.engines.files.rules.uploads import tidy_name
from academy.identity.actor import Actor


@command("files.file.keep_made")
def keep_made(*, content: File, name: str, by: Actor, at: datetime, kind: FileKind = FileKind.PDF) -> StoredFile:
    """Keep a file the portal made for the actor, of any size: the bounds and the checks are those of uploads.

    Passes through in pieces. Its bytes are written before the row, as in `store`. Refuses somebody without a record.
    """
    if by.person_id is None:
        raise Refused("Files are kept only for somebody with a record. Ask your academy lead to add yours.")
    digest = hashlib.sha256()
    for piece in content.chunks():
        digest.update(piece)
    content.seek(0)
    uid = uuid.uuid4()
    stored = StoredFile.objects.create(
        uid=uid,
        owner_id=by.person_id,
        organisation_id=by.organisation_id,
        original_name=tidy_name(name),
        kind=kind,
        size=content.size,
        sha256=digest.hexdigest(),
        storage_key=default_storage.save(f"{at:%Y/%m}/{uid}", content),
        scan_state=ScanState.CLEAN,
        uploaded_at=at,
    )
    record(stored, moved=("", ScanState.CLEAN), about=by.person_id)
    return stored
