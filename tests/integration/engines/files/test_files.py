from datetime import UTC, datetime

import pytest
from django.core.files.storage import default_storage
from django.db.models import Q
from django.test import Client

from academy.engines.access.actors import actor_for
from academy.engines.audit.models import Event
from academy.engines.files import readers
from academy.engines.files.readers import register_readers
from academy.engines.files.services.files import store, withdraw
from tests.factories import files
from tests.factories.identity import TODAY, UserFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"


@pytest.fixture(autouse=True)
def _readers_of_this_test(monkeypatch):
    monkeypatch.setattr(readers, "_readers", [])


@pytest.fixture
def owner(db):
    return UserFactory()


def actor(user):
    return actor_for(user=user, on=TODAY)


def stored(owner, content=files.PDF, name="plan.pdf"):
    return store(upload=files.upload(content, name), by=actor(owner), at=AT)


def browser(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("content", "name", "content_type", "disposition", "policy"),
    [
        (files.PDF, "plan.pdf", "application/pdf", 'inline; filename="plan.pdf"', CLOSED),
        (files.PNG, "page.html", "image/png", 'inline; filename="page.html"', CLOSED),
        (
            b"<script>alert(1)</script>",
            "page.html",
            "text/plain; charset=utf-8",
            'attachment; filename="page.html"',
            CLOSED,
        ),
        (
            files.TEXT,
            "März “1”.txt",
            "text/plain; charset=utf-8",
            "attachment; filename*=utf-8''M%C3%A4rz%20%E2%80%9C1%E2%80%9D.txt",
            CLOSED,
        ),
    ],
)
def test_file_is_given_to_its_owner_as_what_it_is(owner, content, name, content_type, disposition, policy):
    response = browser(owner).get(stored(owner, content, name).get_absolute_url())
    assert (response.status_code, b"".join(response.streaming_content)) == (200, content)
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == disposition
    assert response["Content-Security-Policy"] == policy
    assert (response["X-Content-Type-Options"], response["Cache-Control"]) == ("nosniff", "private, no-store")


def test_file_of_somebody_else_is_not_found(owner):
    file = stored(owner)
    response = browser(UserFactory()).get(file.get_absolute_url())
    assert (response.status_code, "plan.pdf" in str(response.content)) == (404, False)


def test_file_without_sign_in_leads_to_sign_in(owner):
    url = stored(owner).get_absolute_url()
    response = Client().get(url)
    assert (response.status_code, response["Location"]) == (302, f"/accounts/login/?next={url}")


def test_file_read_by_somebody_an_app_names_is_noted_for_its_owner(owner):
    file = stored(owner)
    reader = UserFactory()
    register_readers(lambda actor: Q(pk=file.pk) if actor.person_id == reader.person_id else Q(pk__in=()))
    assert b"".join(browser(owner).get(file.get_absolute_url()).streaming_content) == files.PDF
    response = browser(reader).get(file.get_absolute_url())
    assert b"".join(response.streaming_content) == files.PDF
    reads = Event.objects.filter(kind="read")
    assert [(read.about_id, read.subject_id, read.actor.reference) for read in reads] == [
        (owner.person_id, str(file.pk), str(reader.person_id))
    ]


def test_file_that_was_deleted_is_not_found(owner):
    file = stored(owner)
    withdraw(file=file, reason="Names somebody.", by=actor(owner), at=AT)
    assert browser(owner).get(file.get_absolute_url()).status_code == 404


def test_file_whose_bytes_are_missing_is_not_found(owner):
    file = stored(owner)
    default_storage.delete(file.storage_key)
    assert browser(owner).get(file.get_absolute_url()).status_code == 404


def test_file_cannot_be_posted_to(owner):
    file = stored(owner)
    assert browser(owner).post(file.get_absolute_url()).status_code == 405


def test_storage_has_no_public_address(owner):
    file = stored(owner)
    client = browser(owner)
    for url in (
        f"/{file.storage_key}",
        f"/files/{file.storage_key}",
        f"/media/{file.storage_key}",
        f"/static/{file.storage_key}",
    ):
        assert client.get(url).status_code == 404
