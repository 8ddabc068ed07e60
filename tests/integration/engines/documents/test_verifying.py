"""The page on which anybody checks whether a document is one the portal made."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from academy.engines.documents import hashing
from academy.engines.documents.models import Issued
from academy.engines.files.models import StoredFile
from tests.factories.documents import issued
from tests.factories.files import PDF
from tests.factories.identity import PersonFactory
from tests.factories.people import account_of

pytestmark = pytest.mark.django_db
FINGERPRINT = "3f9a12de77b0" + "0" * 52


@pytest.fixture(autouse=True)
def _in_memory(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


@pytest.fixture
def document():
    """A document about somebody, made by somebody else."""
    about, maker = PersonFactory(), PersonFactory()
    kind = "portfolios.full_edition"
    return issued(about, made_by=maker, kind=kind, title="Of Amara Osei", code="8F3A-27C1", fingerprint=FINGERPRINT)


def checked(client, **said):
    answer = client.post(reverse("verifying:document"), said)
    return answer.status_code, " ".join(answer.content.decode().split())


def sent(content: bytes, name="portfolio.pdf"):
    return {"file": SimpleUploadedFile(name, content, content_type="application/pdf")}


def test_file_the_portal_made_is_known_by_its_bytes_and_nobody_is_named(client, document):
    status, page = checked(client, **sent(PDF))
    assert (status, "This file is a document the portal made" in page) == (200, True)
    assert "Full edition, made on 17 November 2026 at 10:34, 1 page, number 8F3A-27C1." in page
    assert ("Amara Osei" in page, str(document.uid) in page, document.person.full_name in page) == (False, False, False)


def test_file_changed_by_a_letter_is_none_of_ours(client, document):
    status, page = checked(client, **sent(PDF + b"\n"))
    assert (status, "This file is none the portal made" in page, "Full edition" in page) == (200, True, False)


def test_what_is_sent_is_kept_nowhere(client, document):
    before = StoredFile.objects.count(), Issued.objects.count()
    checked(client, **sent(b"%PDF-1.7 private words" * 200_000))
    assert (StoredFile.objects.count(), Issued.objects.count()) == before


@pytest.mark.parametrize(
    ("code", "fingerprint", "said"),
    [
        ("8f3a27c1", "3F9A 12DE", "The portal made a document with these numbers"),
        ("8F3A-27C1", "3f9a12df", "The portal made no document with these numbers"),
        ("8F3A-27C2", "3f9a12de", "The portal made no document with these numbers"),
    ],
)
def test_numbers_must_both_fit(client, document, code, fingerprint, said):
    status, page = checked(client, code=code, fingerprint=fingerprint)
    assert (status, said in page, "Amara Osei" in page) == (200, True, False)


@pytest.mark.parametrize(
    ("said", "mistake"),
    [
        ({}, "Choose the PDF, or type its number and the beginning of its fingerprint."),
        ({"code": "8F3A-27C1"}, "Type at least the first eight characters"),
        ({"fingerprint": "3f9a12de"}, "Type the number as it is printed"),
        ({"code": "", "fingerprint": "", **sent(b"x", "notes.txt")}, "Choose a file of these kinds: PDF."),
    ],
)
def test_what_cannot_be_checked_says_what_to_do(client, said, mistake):
    status, page = checked(client, **said)
    assert (status, mistake in page) == (422, True)


def test_whoever_may_read_the_document_is_led_to_it(client, document):
    client.force_login(account_of(document.person))
    _, page = checked(client, **sent(PDF))
    assert f'href="{document.get_absolute_url()}">Of Amara Osei</a>' in page
    client.force_login(account_of(PersonFactory()))
    _, page = checked(client, **sent(PDF))
    assert ("This file is a document the portal made" in page, "Of Amara Osei" in page) == (True, False)


def test_a_file_larger_than_any_document_ends_the_request(client, monkeypatch):
    monkeypatch.setattr(hashing, "MOST_BYTES", 10)
    status, page = checked(client, **sent(PDF))
    assert (status, "Choose the PDF, or type its number" in page) == (422, True)


def test_page_is_found_at_the_foot_of_public_pages(client):
    page = client.get(reverse("desk:accessibility")).content.decode()
    assert f'href="{reverse("verifying:document")}">Check a document</a>' in page


def test_tries_are_limited(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"check_document": "2/5m/ip"}
    answers = [client.get(reverse("verifying:document")).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
