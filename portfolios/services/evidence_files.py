"""Files beside a piece of evidence."""

from datetime import datetime

from django.core.files import File

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.files.models import StoredFile
from academy.engines.files.services.files import store, withdraw
from academy.engines.guard.texts import text_of
from academy.engines.guard.texts.bounds import TEXT
from academy.identity.actor import Actor
from portfolios.choices.evidence import MOST_CAPTION, MOST_FILES, EvidenceKind, EvidenceState
from portfolios.models import Evidence, EvidenceFile, SnapshotFile
from portfolios.rules.pieces import PIECES, asked_of
from portfolios.rules.words import words_in


@command("portfolios.evidence.attach")
def attach(*, evidence: Evidence, upload: File, by: Actor, at: datetime, caption: str = "") -> EvidenceFile:
    """Store a file and put it beside a piece that is still being prepared. Where an assignment is a file its words are
    counted, as far as its text can be read; `caption` says what a picture shows.

    Refuses everybody but the practitioner, kinds without files (work is seen and never uploaded, D7-03), more than 200
    files, the same file twice, and what the files engine refuses.
    """
    held = _open(evidence, by=by)
    if EvidenceFile.objects.filter(evidence=held).count() >= MOST_FILES:
        raise Refused(f"A piece takes {MOST_FILES} files at most. Remove one first.", field="upload")
    try:
        stored = store(upload=upload, by=by, at=at)
    except Refused as refused:
        raise Refused(refused.reason, field="upload") from refused
    if EvidenceFile.objects.filter(evidence=held, file__sha256=stored.sha256).exists():
        raise Refused("This file is here already.", field="upload")
    attached = EvidenceFile.objects.create(
        evidence=held, file=stored, caption=caption.strip()[:MOST_CAPTION], added_at=at
    )
    if held.kind == EvidenceKind.ASSIGNMENT:
        _count(held, upload)
    record(attached, changed=("file",), about=held.person_id, organisation=held.organisation_id)
    return attached


@command("portfolios.evidence.detach")
def detach(*, attached: EvidenceFile, by: Actor, at: datetime) -> StoredFile:
    """Take a file away from its piece. Where no hand-in keeps it, its bytes are deleted."""
    held, stored = _open(attached.evidence, by=by), attached.file
    attached_id = attached.pk
    attached.delete()
    attached.pk = attached_id
    if not SnapshotFile.objects.filter(file=stored).exists():
        withdraw(file=stored, reason="Removed by its owner.", by=by, at=at)
    record(attached, changed=("file",), about=held.person_id, organisation=held.organisation_id)
    return stored


def _count(evidence: Evidence, upload: File) -> None:
    """The words of the longest of its texts: typed, said, or in a file; a name and properties do not count."""
    counted = sum(words_in(text) for place, text in text_of(upload).parts if place == TEXT)
    if counted > (evidence.words or 0):
        evidence.words = counted
        evidence.save(update_fields=["words"])


def _open(evidence: Evidence, *, by: Actor) -> Evidence:
    """The piece as it is stored, where a file may be put beside it."""
    held: Evidence = Evidence.objects.select_for_update().get(pk=evidence.pk)
    if not allows("portfolios.evidence.change", by, held):
        raise Refused("Only the person whose evidence it is adds files to it.")
    if held.kind not in PIECES or not asked_of(held.kind).takes_files:
        raise Refused("Nothing is uploaded here: the record is seen where it is.", field="upload")
    if held.state != EvidenceState.DRAFT:
        raise Refused("It is no longer being prepared. Call it back first, then add the file.", field="upload")
    return held
