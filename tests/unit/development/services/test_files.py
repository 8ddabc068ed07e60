import pytest

from academy.development.models import EntryFile
from academy.development.services.files import MOST_FILES, attach, detach
from academy.development.services.sharing import end_share, share
from academy.engines.audit.commands import Refused
from academy.engines.files.models import StoredFile
from tests.factories.development import EntryFactory, kept_by
from tests.factories.files import upload
from tests.factories.people import NOW, as_actor


@pytest.fixture(autouse=True)
def _in_memory(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


@pytest.fixture
def entry(council):
    return kept_by(council.author)


def visible(person):
    return list(StoredFile.objects.visible_to(as_actor(person)))


def test_file_is_stored_and_stands_beside_the_entry(council, entry):
    attached = attach(entry=entry, upload=upload(), by=council.by, at=NOW)
    assert (attached.entry, attached.file.owner, attached.file.original_name) == (entry, council.author, "notes.txt")


def test_file_of_a_wrong_kind_is_refused_at_its_field(council, entry):
    with pytest.raises(Refused) as refused:
        attach(entry=entry, upload=upload(b"MZ\x90\x00program", name="run.exe"), by=council.by, at=NOW)
    assert (refused.value.field, EntryFile.objects.count(), StoredFile.objects.count()) == ("upload", 0, 0)


def test_file_twice_is_refused(council, entry):
    attach(entry=entry, upload=upload(), by=council.by, at=NOW)
    with pytest.raises(Refused, match="here already"):
        attach(entry=entry, upload=upload(name="other.txt"), by=council.by, at=NOW)
    assert StoredFile.objects.count() == 1


def test_file_beyond_the_tenth_is_refused(council, entry):
    for number in range(MOST_FILES):
        attach(entry=entry, upload=upload(b"text %d" % number), by=council.by, at=NOW)
    with pytest.raises(Refused, match="10 files at most"):
        attach(entry=entry, upload=upload(b"one more"), by=council.by, at=NOW)


def test_file_by_anybody_but_the_author_is_refused(council, entry):
    with pytest.raises(Refused, match="Only the person who wrote it"):
        attach(entry=entry, upload=upload(), by=as_actor(council.manager), at=NOW)


def test_file_for_a_withdrawn_entry_is_refused(council):
    entry = EntryFactory(author=council.author, organisation=council.organisation, withdrawn=True)
    with pytest.raises(Refused, match="Bring it back first"):
        attach(entry=entry, upload=upload(), by=council.by, at=NOW)


def test_file_removed_before_any_version_loses_its_bytes(council, entry):
    attached = attach(entry=entry, upload=upload(), by=council.by, at=NOW)
    detach(attached=attached, by=council.by, at=NOW)
    assert (EntryFile.objects.count(), StoredFile.objects.get().is_there) == (0, False)


def test_file_removed_by_anybody_but_the_author_is_refused(council, entry):
    attached = attach(entry=entry, upload=upload(), by=council.by, at=NOW)
    with pytest.raises(Refused, match="Only the person who wrote it"):
        detach(attached=attached, by=as_actor(council.manager), at=NOW)
    assert EntryFile.objects.count() == 1


def test_file_removed_after_a_version_stays_with_the_version_and_its_reader(council, entry):
    attached = attach(entry=entry, upload=upload(), by=council.by, at=NOW)
    made = share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    stored = detach(attached=attached, by=council.by, at=NOW)
    stored.refresh_from_db()
    assert (stored.is_there, list(made.version.attached.all())) == (True, [stored])
    assert visible(council.colleague) == [stored]


def test_file_is_seen_by_its_owner_and_readers_of_a_version_that_holds_it(council, entry):
    stored = attach(entry=entry, upload=upload(), by=council.by, at=NOW).file
    assert (visible(council.author), visible(council.colleague)) == ([stored], [])
    made = share(entry=entry, person=council.colleague, note="", by=council.by, at=NOW)
    later = attach(entry=entry, upload=upload(b"added after sharing"), by=council.by, at=NOW).file
    assert (visible(council.author), visible(council.colleague)) == ([stored, later], [stored])
    assert visible(council.manager) == []
    end_share(share=made, by=council.by, at=NOW)
    assert visible(council.colleague) == []
