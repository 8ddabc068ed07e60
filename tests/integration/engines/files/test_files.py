import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db.models import Q
from django.test import Client
from PIL import Image

from academy.engines.access.actors import actor_for
from academy.engines.audit.models import Event
from academy.engines.files import readers, scanners
from academy.engines.files.choices import ScanState
from academy.engines.files.models import StoredFile
from academy.engines.files.readers import register_readers
from academy.engines.files.services.files import settle_scan, store, withdraw
from academy.identity.actor import Actor
from tests.factories import files
from tests.factories.identity import TODAY, UserFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"


WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PLACE: dict[int, Any] = {0x8825: {1: "N", 2: (51.0, 27.0, 0.0)}, 0x0110: "Telephone 12"}


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
        (
            b"Notes: <script>alert(1)</script>",
            "page.html",
            "text/plain; charset=utf-8",
            'attachment; filename="page.html.txt"',
            CLOSED,
        ),
        (files.WORD, "plan.docx", WORD_TYPE, 'attachment; filename="plan.docx"', CLOSED),
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


def photograph() -> bytes:
    """A picture that tells where and with what it was taken."""
    exif = Image.Exif()
    exif[0x0110] = PLACE[0x0110]
    exif.get_ifd(0x8825).update(PLACE[0x8825])
    return files.picture("JPEG", size=(40, 20), exif=exif, comment="Zqwhere")


def test_picture_is_shown_without_place_and_camera_and_its_owner_takes_the_original(owner):
    sent = photograph()
    file = stored(owner, sent, "visit.png")
    reader = UserFactory()
    register_readers(lambda actor: Q(pk=file.pk) if actor.person_id == reader.person_id else Q(pk__in=()))
    shown = browser(reader).get(file.get_absolute_url())
    content = b"".join(shown.streaming_content)
    assert shown["Content-Disposition"] == 'inline; filename="visit.png.jpg"'
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.size, dict(picture.getexif()), "comment" in picture.info) == ((40, 20), {}, False)
    assert b"Telephone" not in content
    assert b"Zqwhere" not in content
    original = browser(owner).get(f"{file.get_absolute_url()}original/")
    assert b"".join(original.streaming_content) == sent
    assert original["Content-Disposition"] == 'attachment; filename="visit.png.jpg"'
    assert browser(reader).get(f"{file.get_absolute_url()}original/").status_code == 403


def test_picture_without_a_copy_to_show_is_drawn_anew(owner):
    file = stored(owner, photograph(), "visit.jpg")
    StoredFile.objects.update(shown_key="")
    assert b"Telephone" not in b"".join(browser(owner).get(file.get_absolute_url()).streaming_content)


@pytest.mark.parametrize(
    ("content", "name", "within"),
    [
        (files.PNG, "board.png", 'alt="The picture “board.png”"'),
        (files.PDF, "plan.pdf", 'title="The document “plan.pdf”"'),
        (files.WORD, "plan.docx", "Save it</a>"),
    ],
)
def test_page_of_a_file_shows_it_or_offers_it(owner, content, name, within):
    file = stored(owner, content, name)
    response = browser(owner).get(file.page_url)
    assert (response.status_code, within in response.content.decode()) == (200, True)
    assert "frame-src 'self'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("verdict", "said"),
    [(None, "is being checked for viruses"), (ScanState.REFUSED, "The virus check refused this file")],
)
def test_file_that_is_not_open_is_said_in_a_sentence_on_every_address(owner, settings, monkeypatch, verdict, said):
    monkeypatch.setattr(scanners, "_scanners", {"slow": lambda content: ScanState.BEING_CHECKED})
    settings.FILE_SCANNER = "slow"
    file = stored(owner)
    if verdict:
        settle_scan(file=file, state=verdict, by=Actor.system("virus check", on=TODAY), at=AT)
    for url in (file.get_absolute_url(), f"{file.get_absolute_url()}original/"):
        response = browser(owner).get(url)
        assert (response.status_code, said in response.content.decode()) == (409, True)
    page = browser(owner).get(file.page_url).content.decode()
    assert (file.standing.label in page, file.get_absolute_url() + '"' in page) == (True, False)
    assert browser(UserFactory()).get(file.get_absolute_url()).status_code == 404


def test_file_checked_and_found_clean_opens(owner, settings, monkeypatch):
    monkeypatch.setattr(scanners, "_scanners", {"slow": lambda content: ScanState.BEING_CHECKED})
    settings.FILE_SCANNER = "slow"
    file = stored(owner)
    settle_scan(file=file, state=ScanState.CLEAN, by=Actor.system("virus check", on=TODAY), at=AT)
    assert b"".join(browser(owner).get(file.get_absolute_url()).streaming_content) == files.PDF


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
