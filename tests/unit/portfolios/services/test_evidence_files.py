"""Files beside a piece of evidence."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.files.models import StoredFile
from portfolios.models import EvidenceFile, SnapshotFile
from portfolios.services import evidence_files
from portfolios.services.evidence_files import attach, detach
from tests.factories import portfolios as made
from tests.factories.files import upload
from tests.factories.people import NOW


def draft(council, kind="certificate", **said):
    return made.EvidenceFactory(person=council.author, organisation=council.organisation, kind=kind, **said)


def put(council, piece, content=b"Workbook of moving and handling.", *, name="workbook.txt"):
    return attach(evidence=piece, upload=upload(content, name), by=council.by, at=NOW)


def test_file_is_put_beside_a_piece_and_taken_away(council):
    attached = put(council, draft(council))
    assert attached.file.original_name == "workbook.txt"
    detach(attached=attached, by=council.by, at=NOW)
    assert (EvidenceFile.objects.count(), StoredFile.objects.get().deleted_at) == (0, NOW)


def test_file_a_hand_in_keeps_stays(council):
    attached = put(council, draft(council))
    SnapshotFile.objects.create(snapshot=made.SnapshotFactory(), file=attached.file, sha256=attached.file.sha256)
    assert detach(attached=attached, by=council.by, at=NOW).deleted_at is None


def test_record_of_a_case_is_seen_and_never_uploaded(council):
    with pytest.raises(Refused, match="Nothing is uploaded here"):
        put(council, draft(council, "work"))
    audit = made.CaseAuditFactory(evidence__person=council.author, evidence__state="draft").evidence
    with pytest.raises(Refused, match="Nothing is uploaded here"):
        put(council, audit)
    assert StoredFile.objects.count() == 0


def test_others_and_pieces_that_were_asked_for_take_no_file(council):
    piece = draft(council)
    with pytest.raises(Refused, match="Only the person whose evidence it is"):
        attach(evidence=piece, upload=upload(), by=council.managing, at=NOW)
    asked = made.evidence_in("asked", person=council.author, kind="certificate")
    with pytest.raises(Refused, match="Call it back first"):
        put(council, asked)


def test_same_file_twice_and_one_that_is_not_taken_are_refused_at_their_field(council):
    piece = draft(council)
    put(council, piece)
    for content, name, says in (
        (b"Workbook of moving and handling.", "b.txt", "here already"),
        (b"\0\1\2\3", "a.pdf", "a.pdf"),
    ):
        with pytest.raises(Refused, match=says) as refused:
            put(council, piece, content, name=name)
        assert refused.value.field == "upload"


@pytest.mark.parametrize(
    ("kind", "before", "after"), [("assignment", 2, 5), ("assignment", 3500, 3500), ("project", None, None)]
)
def test_words_of_an_assignment_in_a_file_are_counted(council, kind, before, after):
    piece = draft(council, kind, words=before)
    attached = put(council, piece, b"Waiting is a skill too", name="study_on_waiting.txt")
    piece.refresh_from_db()
    assert (piece.words, attached.caption) == (after, "")


def test_caption_says_what_a_picture_shows(council):
    said = {"upload": upload(b"Notes", "notes.txt"), "by": council.by, "at": NOW}
    assert attach(evidence=draft(council), caption=" The room before. ", **said).caption == "The room before."


def test_there_is_an_end_to_files(council, monkeypatch):
    monkeypatch.setattr(evidence_files, "MOST_FILES", 1)
    piece = draft(council)
    put(council, piece)
    with pytest.raises(Refused, match="1 files at most"):
        put(council, piece, b"Another", name="b.txt")
