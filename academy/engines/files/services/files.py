"""Handing in files, deleting them, and what the virus check said."""

import hashlib
import uuid
from datetime import datetime
from functools import partial
from io import BytesIO

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from academy.engines.audit.commands import Refused, command, record
from academy.engines.files.choices import PAPERS, PICTURES, FileKind, ScanState
from academy.engines.files.inspection.looking import fault_of
from academy.engines.files.inspection.pictures import shown_copy
from academy.engines.files.models import StoredFile
from academy.engines.files.rules.recognition import kind_of
from academy.engines.files.rules.untaken import advice_on
from academy.engines.files.rules.uploads import Limits, refusal_of, tidy_name
from academy.engines.files.scanners import scan
from academy.identity.actor import Actor

_NAMELESS = "file"


def refusal(upload: File, *, takes: frozenset[FileKind] = PAPERS) -> str | None:
    """Why an upload would not be taken (for a form's own check), or None. Looks at name, size, content and into it."""
    name, is_small = tidy_name(upload.name or ""), 0 < upload.size <= limits().bytes
    kind = kind_of(upload) if is_small else None
    kind = kind if kind in takes else None
    advice = advice_on(upload) if is_small and kind is None else ""
    reason = refusal_of(name=name, size=upload.size, kind=kind, limits=limits(), advice=advice)
    if reason or kind is None:
        return reason
    fault = fault_of(upload, kind)
    return f"“{name}” {fault.says}" if fault else None


def limits() -> Limits:
    """The limits in the settings: FILE_MOST_BYTES (10 MB by default) and names of at most 120 characters."""
    return Limits(bytes=settings.FILE_MOST_BYTES, name=120)


@command("files.file.store")
def store(*, upload: File, by: Actor, at: datetime, takes: frozenset[FileKind] = PAPERS) -> StoredFile:
    """Keep a file for the actor. Refuses, with a sentence naming the file, what `refusal` refuses or the scanner finds;
    a recording is taken only where `takes` says so.

    Of a picture a second copy is made, which is shown to others: without place and camera. Bytes are written before the
    row, so that there is never a row without bytes; should the act be undone, the daily sweep finds bytes without one.
    """
    reason = refusal(upload, takes=takes)
    if by.person_id is None:
        reason = "Files can only be handed in by somebody with a record. Ask your academy lead to add yours."
    if reason:
        raise Refused(reason)
    name = tidy_name(upload.name or "")
    state = scan(upload)
    if state == ScanState.REFUSED:
        raise Refused(f"The virus check refused “{name}”. Do not open it again; tell your IT service desk.")
    stored = _kept(upload, name=name, state=state, by=by, at=at)
    record(stored, moved=("", state), about=by.person_id)
    return stored


@command("files.file.settle_scan")
def settle_scan(*, file: StoredFile, state: ScanState, by: Actor, at: datetime) -> StoredFile:
    """Note what a slow scanner said; a refused file's bytes are deleted at once. Refuses a second verdict."""
    changed = StoredFile.objects.filter(pk=file.pk, scan_state=ScanState.BEING_CHECKED).update(scan_state=state)
    if not changed:
        raise Refused("This file was checked before. Nothing needs to be done.")
    file.scan_state = state
    if state == ScanState.REFUSED:
        _forget_bytes(file, reason="Refused by the virus check.", at=at)
    record(file, moved=(ScanState.BEING_CHECKED, state), about=file.owner_id)
    return file


@command("files.file.withdraw")
def withdraw(*, file: StoredFile, reason: str, by: Actor, at: datetime) -> StoredFile:
    """Delete a file's bytes and its name; hash, size and the reason stay. Refuses a file that was deleted before."""
    if not reason.strip():
        raise Refused("Say in a few words why the file is deleted.", field="reason")
    _forget_bytes(file, reason=reason.strip(), at=at)
    record(file, moved=("kept", "deleted"), changed=("deleted_at", "original_name"), note=reason, about=file.owner_id)
    return file


def _kept(upload: File, *, name: str, state: ScanState, by: Actor, at: datetime) -> StoredFile:
    uid, kind = uuid.uuid4(), kind_of(upload) or FileKind.TEXT
    key = f"{at:%Y/%m}/{uid}"
    return StoredFile.objects.create(
        uid=uid,
        owner_id=by.person_id,
        organisation_id=by.organisation_id,
        original_name=name,
        kind=kind,
        size=upload.size,
        sha256=_hash(upload),
        storage_key=_write(upload, key=key),
        shown_key=_write(File(BytesIO(shown_copy(upload, kind))), key=f"{key}-shown") if kind in PICTURES else "",
        scan_state=state,
        uploaded_at=at,
    )


def _forget_bytes(file: StoredFile, *, reason: str, at: datetime) -> None:
    values = {"deleted_at": at, "deleted_because": reason[:200], "original_name": _NAMELESS}
    if not StoredFile.objects.filter(pk=file.pk, deleted_at=None).update(**values):
        raise Refused("This file was deleted before. Open the page again to see how it stands.")
    for name, value in values.items():
        setattr(file, name, value)
    for key in filter(None, (file.storage_key, file.shown_key)):
        transaction.on_commit(partial(default_storage.delete, key))


def _hash(content: File) -> str:
    digest = hashlib.sha256()
    for chunk in content.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _write(content: File, *, key: str) -> str:
    content.seek(0)
    return default_storage.save(key, content)
