import pytest
from django.urls import reverse

from academy.development.models import Entry, EntryFile
from academy.development.services.files import attach
from academy.development.services.sharing import share
from academy.engines.files.choices import ScanState
from academy.engines.files.models import StoredFile
from tests.factories.development import WORDS, EntryFactory, kept_by
from tests.factories.files import PDF, upload
from tests.factories.people import NOW, as_actor


@pytest.fixture(autouse=True)
def _in_memory(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def at(name, *args):
    return reverse(f"development:{name}", args=args)


def shown(response):
    return response.content.decode()


def attached(council, entry, content=PDF):
    made = upload(content, name="notes.pdf", content_type="application/pdf")
    return attach(entry=entry, upload=made, by=as_actor(council.author), at=NOW)


def test_kept_entry_is_withdrawn_with_a_reason_only_the_author_sees(browser, council):
    entry = kept_by(council.author)
    response = browser.post(at("withdraw", entry.pk), {"reason": "Wrong <person>"}, follow=True)
    assert response.redirect_chain == [(at("year"), 302)]
    assert Entry.objects.get().state == "withdrawn"
    page = shown(browser.get(at("entry", entry.pk)))
    assert "You wrote: “Wrong &lt;person&gt;”" in page
    assert ("Bring it back" in page, "Change it" in page) == (True, False)


def test_withdrawing_without_a_reason_is_told_at_its_field(browser, council):
    entry = kept_by(council.author)
    response = browser.post(at("withdraw", entry.pk), {"reason": " "})
    assert (response.status_code, '<a href="#id_reason">' in shown(response)) == (422, True)
    assert Entry.objects.get().state == "kept"


def test_draft_is_withdrawn_without_a_reason(browser, council):
    draft = EntryFactory(author=council.author, organisation=council.organisation, draft=True)
    assert 'name="reason"' not in shown(browser.get(at("withdraw", draft.pk)))
    browser.post(at("withdraw", draft.pk))
    assert Entry.objects.get().state == "withdrawn"


def test_withdrawing_twice_says_how_it_stands(browser, council):
    entry = EntryFactory(author=council.author, organisation=council.organisation, withdrawn=True)
    response = browser.post(at("withdraw", entry.pk))
    assert (response.status_code, "What you can do now: bring back." in shown(response)) == (422, True)


def test_entry_is_brought_back_as_a_draft(browser, council):
    entry = EntryFactory(author=council.author, organisation=council.organisation, withdrawn=True)
    page = shown(browser.post(at("bring-back", entry.pk), follow=True))
    assert (Entry.objects.get().state, "It is a draft again." in page) == ("draft", True)
    assert "What you can do now: keep or withdraw." in shown(browser.post(at("bring-back", entry.pk), follow=True))


@pytest.mark.parametrize("name", ["bring-back", "end-share", "remove-file"])
def test_acts_are_done_by_post_only(browser, council, name):
    entry = kept_by(council.author)
    extra = {"bring-back": (), "end-share": (1,), "remove-file": ("0f0e0d0c-0b0a-4908-8706-050403020100",)}[name]
    assert browser.get(at(name, entry.pk, *extra)).status_code == 405


def test_file_is_added_and_shown(browser, council):
    entry = kept_by(council.author)
    sent = {"upload": upload(PDF, name="certificate.pdf", content_type="application/pdf")}
    page = shown(browser.post(at("files", entry.pk), sent, follow=True))
    stored = EntryFile.objects.get().file
    assert ("The file is beside your entry." in page, "certificate.pdf" in page) == (True, True)
    assert f'href="/files/{stored.uid}/page/">certificate.pdf</a>' in shown(browser.get(at("entry", entry.pk)))
    assert browser.get(f"/files/{stored.uid}/").status_code == 200


def test_file_that_is_being_checked_stands_in_the_list_and_cannot_be_opened(browser, council):
    entry = kept_by(council.author)
    browser.post(at("files", entry.pk), {"upload": upload(PDF, name="certificate.pdf")})
    StoredFile.objects.update(scan_state=ScanState.BEING_CHECKED)
    for page in (shown(browser.get(at("files", entry.pk))), shown(browser.get(at("entry", entry.pk)))):
        assert ("Being checked" in page, "certificate.pdf" in page, "certificate.pdf</a>" in page) == (
            True,
            True,
            False,
        )


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a file."),
        ({"upload": ("run.exe", b"MZ\x90\x00")}, "Choose a file of these kinds"),
        ({"upload": ("fake.pdf", b"MZ\x90\x00")}, "fake.pdf"),
        ({"upload": ("empty.pdf", b"")}, "The file is empty."),
        ({"upload": ("big.txt", b"x" * 101)}, "too big"),
    ],
)
def test_wrong_file_is_told_at_its_field(browser, council, settings, sent, said):
    settings.FILE_MOST_BYTES = 100
    entry = kept_by(council.author)
    files = {name: upload(content, name=file) for name, (file, content) in sent.items()}
    response = browser.post(at("files", entry.pk), files)
    page = shown(response)
    assert (response.status_code, EntryFile.objects.count(), '<a href="#id_upload">' in page, said in page) == (
        422,
        0,
        True,
        True,
    )


def test_file_is_removed(browser, council):
    entry = kept_by(council.author)
    stored = attached(council, entry).file
    page = shown(browser.post(at("remove-file", entry.pk, stored.uid), follow=True))
    assert (EntryFile.objects.count(), "No file is here yet." in page) == (0, True)
    assert browser.get(f"/files/{stored.uid}/").status_code == 404


def test_file_of_another_entry_or_person_is_not_removed_by_its_id(browser, council):
    mine, other = kept_by(council.author), kept_by(council.colleague)
    by = as_actor(council.colleague)
    hers = attach(entry=other, upload=upload(), by=by, at=NOW).file
    for entry in (mine, other):
        assert browser.post(at("remove-file", entry.pk, hers.uid)).status_code == 404
    assert (EntryFile.objects.count(), browser.get(f"/files/{hers.uid}/").status_code) == (1, 404)


def test_reader_opens_files_of_her_version_and_no_others(council):
    entry = kept_by(council.author)
    before = attached(council, entry).file
    share(entry=entry, person=council.colleague, note="", by=as_actor(council.author), at=NOW)
    after = attached(council, entry, PDF + b"%more").file
    reader, stranger = council.client(council.colleague), council.client(council.manager)
    assert [reader.get(f"/files/{file.uid}/").status_code for file in (before, after)] == [200, 404]
    assert stranger.get(f"/files/{before.uid}/").status_code == 404
    assert "notes.pdf" in shown(reader.get(at("entry", entry.pk)))


def test_entry_page_shows_what_was_written(browser, council):
    page = shown(browser.get(at("entry", kept_by(council.author).pk)))
    for words in (WORDS.title, WORDS.happened, WORDS.learnt, WORDS.impact, "12 November 2026", "1.5 hours"):
        assert words in page
    assert "Only you. No manager, lead or administrator can open it." in page
