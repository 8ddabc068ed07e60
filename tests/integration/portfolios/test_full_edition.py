"""The full edition of a portfolio, as the tools of others find it."""

import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.test import override_settings
from pypdf import PdfReader

from academy.engines.documents.declarations import Asked
from portfolios.documents import FULL
from portfolios.rules.content import Passage
from tests.factories.contents import content, piece
from tests.factories.documents import set_in_pages
from tests.factories.handed_in import handed_in, pdf, picture, said_of, stored, with_files
from tests.factories.people import as_actor
from tests.factories.portfolios import portfolio_in
from tests.pdf import Pdf

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
# so that the database is there for these tests run alone, too
pytestmark = pytest.mark.django_db
TRICKY = "Ünbroken" * 40 + " <b>not bold</b> 🙂 שלום עולם"


def asked(snapshot) -> Asked:
    by = as_actor(snapshot.portfolio.person)
    return Asked(person_id=snapshot.person_id, by=by, at=AT, subject_id=snapshot.pk, code="8F3A-27C1")


def handed_in_with_files():
    """Three sections, the last without anything; a PDF and a picture; text that tries the pages."""
    portfolio = portfolio_in("submitted", organisation__academy_name="Bristol Academy")
    files = stored(portfolio, "audit form.pdf", pdf(2)), stored(portfolio, "room.jpg", picture())
    form, room = (said_of(file, caption=words) for file, words in zip(files, ("", "The sensory room"), strict=True))
    said = with_files(content(sections=2, pieces=2), form, room)
    hard = piece(9, title="A hard one", passages=(Passage(heading="What happened", text=TRICKY),))
    sections = (said.sections[0], replace(said.sections[1], pieces=(hard, said.sections[0].pieces[1])))
    empty = replace(said.sections[0], code="empty", title="An empty section", text="", pieces=())
    return handed_in(portfolio, replace(said, sections=(*sections, empty)), *files), files


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker, tmp_path_factory):
    """The edition as a file, what it was made of, and the files in it with the bytes that must be there."""
    memory = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(STORAGES=memory):
        snapshot, (form, room) = handed_in_with_files()
        path = tmp_path_factory.mktemp("edition") / "full.pdf"
        edition = Pdf(path, set_in_pages(FULL, FULL.build(asked(snapshot))))
        with default_storage.open(room.shown_key) as shown:
            hashes = [form.sha256, hashlib.sha256(shown.read()).hexdigest()]
        transaction.set_rollback(True)
    return edition, snapshot, (form, room), hashes


@pytest.fixture
def edition(made):
    return made[0]


def test_edition_is_an_archive_with_tags_language_and_title(edition):
    assert (edition.info["Tagged"], edition.language, edition.is_sound) == ("yes", "en-GB", True)
    assert (edition.info["Title"], edition.info["Author"]) == ("Progression portfolio, Amara Osei", "Amara Osei")
    assert ('pdfaid:part="3"' in edition.source, 'pdfaid:conformance="A"' in edition.source) == (True, True)


def test_edition_has_headings_in_order_bookmarks_and_alternatives(edition):
    headings = edition.headings
    assert (headings[:2], headings.count(1)) == ([1, 2], 1)
    assert [below - above for above, below in pairwise(headings) if below > above + 1] == []
    reader = PdfReader(io.BytesIO(edition.content))
    (whole, parts) = reader.outline
    assert whole.title == "Progression portfolio"
    titles = [each.title for each in parts if not isinstance(each, list)]
    assert titles == [
        "Confidentiality statement", "Contents", "At a glance", "Section 1", "Section 2", "An empty section",
        "Signatures", "About this document",
    ]  # fmt: skip
    _mark, summary, room = edition.alternatives
    assert (edition.figures, room) == (3, "The sensory room")
    assert summary == "Pieces by section. Section 1: 2 pieces; Section 2: 2 pieces; An empty section: 0 pieces."


def test_edition_reads_from_cover_to_end_with_number_and_fingerprint_on_every_page(made):
    edition, snapshot, *_ = made
    cover, contents, *_ = edition.pages
    shown = " ".join(snapshot.sha256[at : at + 4] for at in (0, 4, 8))
    assert ("14 May 2026, 16:20, version 1, 3 pieces" in cover, "SW100234" in cover) == (True, True)
    foot = f"Document 8F3A-27C1, version 1, fingerprint {shown}"
    assert [foot in page for page in edition.pages] == [True] * len(edition.pages)
    listed = [line.split()[-1] for line in contents.splitlines() if "....." in line]
    assert listed == sorted(listed, key=int)
    words = " ".join(edition.text.split())
    places = [
        words.index(each)
        for each in ("Names and places", "At a glance", "Where this piece counts", "Who signed this version")
    ]
    assert places == sorted(places)
    assert "Nothing was written or gathered in this section." in words
    assert ("Piece 2, shown in full above: page" in words, "<b>not bold</b>" in words) == (True, True)
    assert snapshot.sha256 in words.replace(" ", "")


def test_edition_holds_the_files_with_their_hashes(made):
    edition, _, (form, room), hashes = made
    attached = PdfReader(io.BytesIO(edition.content)).attachments
    assert list(attached) == ["001-1 audit form.pdf", "001-2 room.jpg"]
    assert [hashlib.sha256(each).hexdigest() for name in attached for each in attached[name]] == hashes
    words = "".join(edition.text.split())
    assert [file.sha256[:24] in words for file in (form, room)] == [True, True]
