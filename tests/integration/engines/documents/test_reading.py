from datetime import UTC, datetime

import pytest
from django.test import Client

from academy.engines.access import permissions
from academy.engines.access.permissions import SIGNED_IN, Permission
from academy.engines.audit.models import Event
from academy.engines.documents import declarations
from academy.engines.documents.declarations import DocumentKind, declare
from tests.factories.documents import issued
from tests.factories.files import PDF
from tests.factories.identity import PersonFactory
from tests.factories.people import account_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _letters(settings, monkeypatch):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    monkeypatch.setattr(declarations, "_kinds", {})
    permission = Permission("tests.letter.have", "Have a letter", givers=(SIGNED_IN,))
    monkeypatch.setitem(permissions._declared, permission.code, permission)
    declare(
        DocumentKind(
            name="tests.letter",
            title="Your letter",
            template="documents/paper.html",
            build=lambda asked: None,
            permission=permission.code,
        )
    )


def opened(person, document):
    client = Client()
    client.force_login(account_of(person))
    return client.get(document.get_absolute_url())


def test_own_document_is_opened_as_a_pdf_and_kept_private():
    person = PersonFactory()
    response = opened(person, issued(person))
    assert (b"".join(response.streaming_content), response["Content-Type"]) == (PDF, "application/pdf")
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"] == 'inline; filename="letter.pdf"'
    assert Event.objects.filter(kind="read").count() == 0


def test_document_about_somebody_else_is_opened_by_its_maker_and_noted():
    about, maker = PersonFactory(), PersonFactory()
    document = issued(about, made_by=maker)
    response = opened(maker, document)
    assert b"".join(response.streaming_content) == PDF
    read = Event.objects.get(kind="read")
    assert (read.about_id, read.subject_label) == (about.pk, "documents.issued")


def test_document_of_somebody_else_is_not_there():
    response = opened(PersonFactory(), issued(PersonFactory()))
    assert (response.status_code, PDF in response.content) == (404, False)


def test_document_whose_bytes_were_deleted_is_not_there():
    person = PersonFactory()
    document = issued(person)
    file = document.file
    file.deleted_at, file.deleted_because = file.uploaded_at, "Kept long enough."
    file.save()
    assert opened(person, document).status_code == 404


def test_document_is_not_given_without_signing_in():
    document = issued(PersonFactory())
    assert Client().get(document.get_absolute_url()).url.startswith("/accounts/login/")
