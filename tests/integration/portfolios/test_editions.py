"""Editions of what was handed in: ordered on the page, made by the job, fetched by whoever may read the snapshot."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from academy.engines.documents.models import Issued
from academy.engines.jobs.models import Job
from academy.engines.jobs.running import run
from portfolios.rules.content import Named, Passage, SectionSaid
from portfolios.rules.nameless import names_left
from tests.factories.contents import content, piece
from tests.factories.handed_in import handed_in, pdf, picture, said_of, stored, with_files
from tests.factories.people import NOW
from tests.factories.portfolios import portfolio_in
from tests.pdf import Pdf

NAMES = (
    Named(name="Amara Osei", instead="the practitioner"),
    Named(name="Helen Prosser", instead="the line manager"),
    Named(name="Bristol City Council", instead="the organisation", is_whole=True),
)


@pytest.fixture(autouse=True)
def _in_memory(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


@pytest.fixture
def portfolio(council):
    return portfolio_in("submitted", person=council.author, organisation=council.organisation)


@pytest.fixture
def snapshot(portfolio):
    return handed_in(portfolio, content(sections=1, pieces=1))


def at(name, snapshot):
    return reverse(f"portfolios:{name}", args=[snapshot.pk])


def made(client, snapshot, edition):
    """An edition, ordered on the page and made by the job: the row and its bytes."""
    answer = client.post(at("editions", snapshot), {"edition": edition})
    job = Job.objects.latest("pk")
    assert answer.url == job.get_absolute_url()
    run(job.pk, clock=lambda: NOW)
    document = Issued.objects.get(order=job.uid)
    return document, b"".join(client.get(document.get_absolute_url()).streaming_content)


def test_whoever_reads_the_snapshot_has_a_copy_made_and_nobody_else(council, snapshot):
    client = council.client(council.manager)
    document, _ = made(client, snapshot, "full")
    assert (document.person, document.made_by, document.subject_id) == (council.author, council.manager, snapshot.pk)
    assert (document.fingerprint, document.variant, len(document.code)) == (snapshot.sha256, "pdf/a-3a", 9)
    assert document.title == "Progression portfolio, Amara Osei"
    page = client.get(at("editions", snapshot)).content.decode()
    assert (document.get_absolute_url() in page, document.code in page) == (True, True)
    assert (
        document.get_absolute_url() not in council.client(council.author).get(at("editions", snapshot)).content.decode()
    )
    outside = council.client(council.colleague)
    for address in (at("editions", snapshot), at("edition-preview", snapshot), document.get_absolute_url()):
        assert outside.get(address).status_code == 404


def test_order_stands_on_the_page_until_it_is_made(council, snapshot):
    client = council.client(council.author)
    client.post(at("editions", snapshot), {"edition": "full"})
    client.post(at("editions", snapshot), {"edition": "full"})
    page = client.get(at("editions", snapshot)).content.decode()
    assert (page.count("Being made, asked for at"), Job.objects.count()) == (1, 1)
    assert client.post(at("editions", snapshot), {}).status_code == 422


def test_preview_is_the_same_words_on_screen(council, portfolio):
    room = stored(portfolio, "room.jpg", picture())
    said = with_files(content(sections=1, pieces=1), said_of(room, caption="The sensory room"))
    snapshot = handed_in(portfolio, said, room)
    client = council.client(council.author)
    page = client.get(at("edition-preview", snapshot)).content.decode()
    assert f'<img src="{room.get_absolute_url()}" alt="The sensory room">' in page
    assert "<h2>At a glance</h2>" in page
    nameless = client.get(at("edition-preview", snapshot), {"edition": "nameless"}).content.decode()
    assert ("Amara Osei" in page, "Amara Osei" in nameless, "room.jpg" in nameless) == (True, False, False)
    assert client.get(at("edition-preview", snapshot), {"edition": "other"}).status_code == 404


def named(portfolio):
    """A snapshot in which names stand in every place there is, with a file cleared and one that is not."""
    told = Passage(heading="Amara’s view", text="I, Amara Osei, met A. Osei’s manager HELEN.", says_who="Helen Prosser")
    cleared, other = stored(portfolio, "osei audit.pdf", pdf()), stored(portfolio, "amara-osei.pdf", pdf(2))
    files = (said_of(cleared, caption="Osei’s audit", is_cleared=True), said_of(other))
    one = piece(title="Amara’s visit", shows="Helen saw it.", passages=(told,), files=files)
    section = SectionSaid(code="a", title="Of Amara", text="Mrs Osei at Bristol City Council", pieces=(one,))
    said = content(sections=(section,), names=NAMES, title="Portfolio of Amara Osei", statement="Osei’s own.")
    return handed_in(portfolio, said, cleared, other)


def test_edition_without_names_names_nobody_anywhere(council, portfolio, tmp_path):
    document, found = made(council.client(council.author), named(portfolio), "nameless")
    edition, reader = Pdf(tmp_path / "nameless.pdf", found), PdfReader(io.BytesIO(found))
    assert (edition.is_sound, edition.info["Tagged"], edition.info["Author"]) == (True, "yes", "The practitioner")
    assert list(reader.attachments) == ["001-1 file-1.pdf"]
    properties = str(reader.metadata), reader.xmp_metadata.stream.get_data().decode(), str(reader.outline)
    listed = *reader.attachments, *edition.alternatives, document.title, document.file.original_name
    everything = (edition.text, *properties, *listed)
    assert [names_left(each, NAMES) for each in everything] == [[]] * len(everything)
    assert [word for word in ("Amara", "Osei", "Helen", "Prosser") if word in edition.source] == []
    assert ("Signatures" in edition.text, "The line manager" in edition.text) == (True, True)


def test_reading_copy_has_the_files_as_pages_and_claims_no_standard(council, portfolio, tmp_path):
    audit, room = stored(portfolio, "audit.pdf", pdf(2)), stored(portfolio, "room.jpg", picture())
    said = with_files(content(sections=1, pieces=1), said_of(audit), said_of(room, caption="The sensory room"))
    snapshot = handed_in(portfolio, said, audit, room)
    document, found = made(council.client(council.author), snapshot, "reading")
    copy = Pdf(tmp_path / "reading.pdf", found)
    own = document.pages - 4
    assert (copy.is_sound, copy.info["Pages"], document.variant) == (True, str(document.pages), "pdf")
    assert ("pdfaid" in copy.source, "pdfuaid" in copy.source) == (False, False)
    assert ("Evidence file 1 of 2" in copy.pages[own], "2 pages of it follow." in copy.pages[own]) == (True, True)
    assert "001-2 room.jpg" in copy.pages[-1]
    assert PdfReader(io.BytesIO(found)).attachments == {}
