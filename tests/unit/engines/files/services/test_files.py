import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import default_storage

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.files import scanners
from academy.engines.files.choices import FileKind, ScanState
from academy.engines.files.models import StoredFile
from academy.engines.files.scanners import register_scanner
from academy.engines.files.services.files import settle_scan, store, withdraw
from academy.engines.files.sweeping import sweep
from academy.identity.actor import Actor
from tests.factories import files
from tests.factories.identity import TODAY, OrganisationFactory, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
LATER = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def offered(monkeypatch):
    """Scanners of this test only."""
    monkeypatch.setattr(scanners, "_scanners", dict(scanners._scanners))


def bytes_of(file):
    with default_storage.open(file.storage_key) as content:
        return content.read()


def test_store_keeps_bytes_hash_kind_and_owner():
    actor = actor_of(organisation=OrganisationFactory())
    made = store(upload=files.upload(files.PDF, "plan.txt"), by=actor, at=AT)
    kept = StoredFile.objects.get()
    assert (kept.owner_id, kept.organisation_id, kept.original_name) == (
        actor.person_id,
        actor.organisation_id,
        "plan.txt",
    )
    assert (kept.kind, kept.content_type, kept.size) == (FileKind.PDF, "application/pdf", len(files.PDF))
    assert kept.sha256 == hashlib.sha256(files.PDF).hexdigest()
    assert (kept.scan_state, kept.uploaded_at, made) == (ScanState.CLEAN, AT, kept)
    assert bytes_of(kept) == files.PDF


def test_store_puts_nothing_of_name_or_owner_into_the_storage_key():
    kept = store(upload=files.upload(name="anna-smith.txt"), by=actor_of(), at=AT)
    assert kept.storage_key == f"2026/11/{kept.uid}"


def test_store_records_one_event_without_the_name():
    actor = actor_of()
    kept = store(upload=files.upload(name="anna-smith.txt"), by=actor, at=AT)
    event = Event.objects.get()
    assert (event.act, event.subject_id, event.about_id, event.to_state) == (
        "files.file.store",
        str(kept.pk),
        actor.person_id,
        "clean",
    )
    assert (event.changed, event.note) == ([], "")


@pytest.mark.parametrize(
    ("content", "name", "starts"),
    [
        (b"", "empty.txt", "“empty.txt” is empty."),
        (b"MZ\x90\x00", "plan.pdf", "“plan.pdf” cannot be taken."),
        (files.TEXT, "n" * 121, "The name “nnnn"),
    ],
)
def test_store_of_a_file_not_taken_is_refused_and_keeps_nothing(content, name, starts):
    with pytest.raises(Refused) as refused:
        store(upload=files.upload(content, name), by=actor_of(), at=AT)
    assert refused.value.reason.startswith(starts)
    assert (StoredFile.objects.count(), Event.objects.count()) == (0, 0)
    assert not default_storage.exists("2026")


def test_store_of_a_file_over_the_configured_size_is_refused(settings):
    settings.FILE_MOST_BYTES = 2048
    with pytest.raises(Refused, match="larger than 2 kB"):
        store(upload=files.upload(b"x" * 2049), by=actor_of(), at=AT)


def test_store_by_an_account_without_a_record_is_refused():
    with pytest.raises(Refused, match="Ask your academy lead"):
        store(upload=files.upload(), by=Actor.system("test", on=TODAY), at=AT)


def test_store_of_a_file_the_scanner_refuses_keeps_nothing(settings, offered):
    register_scanner("refusing", lambda content: ScanState.REFUSED)
    settings.FILE_SCANNER = "refusing"
    with pytest.raises(Refused, match=r"The virus check refused “notes\.txt”"):
        store(upload=files.upload(), by=actor_of(), at=AT)
    assert StoredFile.objects.count() == 0


def test_store_with_an_unknown_scanner_is_a_mistake_of_the_settings(settings):
    settings.FILE_SCANNER = "nobody"
    with pytest.raises(ImproperlyConfigured, match=r"FILE_SCANNER is “nobody”; there are: none\."):
        store(upload=files.upload(), by=actor_of(), at=AT)


@pytest.fixture
def waiting(settings, offered):
    register_scanner("slow", lambda content: ScanState.BEING_CHECKED)
    settings.FILE_SCANNER = "slow"
    return store(upload=files.upload(), by=actor_of(), at=AT)


SCANNER = Actor.system("virus check", on=TODAY)


def test_settle_scan_clean_gives_the_file_free(waiting):
    assert list(StoredFile.objects.clean()) == []
    settle_scan(file=waiting, state=ScanState.CLEAN, by=SCANNER, at=LATER)
    assert list(StoredFile.objects.clean()) == [waiting]


def test_settle_scan_refused_deletes_the_bytes(waiting, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        settle_scan(file=waiting, state=ScanState.REFUSED, by=SCANNER, at=LATER)
    kept = StoredFile.objects.get()
    assert (kept.scan_state, kept.deleted_at, kept.deleted_because) == (
        ScanState.REFUSED,
        LATER,
        "Refused by the virus check.",
    )
    assert not default_storage.exists(kept.storage_key)


def test_settle_scan_twice_is_refused(waiting):
    settle_scan(file=waiting, state=ScanState.CLEAN, by=SCANNER, at=LATER)
    with pytest.raises(Refused, match="checked before"):
        settle_scan(file=waiting, state=ScanState.REFUSED, by=SCANNER, at=LATER)
    assert StoredFile.objects.get().scan_state == ScanState.CLEAN


def test_withdraw_deletes_bytes_and_name_and_keeps_hash_and_reason(django_capture_on_commit_callbacks):
    actor = actor_of()
    kept = store(upload=files.upload(name="anna-smith.txt"), by=actor, at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(file=kept, reason="Names somebody.", by=actor, at=LATER)
    row = StoredFile.objects.get()
    assert (row.original_name, row.deleted_at, row.deleted_because) == ("file", LATER, "Names somebody.")
    assert (row.sha256, row.is_there) == (hashlib.sha256(files.TEXT).hexdigest(), False)
    assert not default_storage.exists(row.storage_key)


def test_picture_is_kept_twice_and_both_are_deleted_with_it(django_capture_on_commit_callbacks):
    actor = actor_of()
    kept = store(upload=files.upload(files.JPEG, name="board.jpg"), by=actor, at=AT)
    assert (bytes_of(kept), kept.shown_key) == (files.JPEG, f"{kept.storage_key}-shown")
    assert (sweep(at=AT + timedelta(days=400)), default_storage.exists(kept.shown_key)) == (0, True)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(file=kept, reason="Names somebody.", by=actor, at=LATER)
    assert (default_storage.exists(kept.storage_key), default_storage.exists(kept.shown_key)) == (False, False)


@pytest.mark.parametrize(("reason", "said"), [(" ", "Say in a few words"), ("Again", "deleted before")])
def test_withdraw_without_reason_or_a_second_time_is_refused(reason, said):
    actor = actor_of()
    kept = store(upload=files.upload(), by=actor, at=AT)
    if reason.strip():
        withdraw(file=kept, reason="First", by=actor, at=LATER)
    with pytest.raises(Refused, match=said):
        withdraw(file=kept, reason=reason, by=actor, at=LATER)
