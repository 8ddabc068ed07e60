"""Taking everything of one's own: complete, streamed, limited, noted, also after leaving."""

import hashlib
import io
import json
import zipfile
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from academy.engines.audit.models import Event
from academy.engines.files import reading
from academy.engines.files.services.files import store
from academy.people.models import Post
from portfolios.rules.taking_out import zipped
from portfolios.selectors.taking_out import parts_of
from tests.factories import files
from tests.factories.contents import content, snapshot_of
from tests.factories.development import EntryFactory
from tests.factories.people import NOW, as_actor
from tests.factories.portfolios import PortfolioTemplateFactory, evidence_in, portfolio_in
from tests.integration.portfolios.conftest import Council

URL = "/portfolio/export/"


@pytest.fixture(autouse=True)
def _own_folder_and_limits(settings, tmp_path):
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "files"},
    }
    settings.STORAGES = storages
    cache.clear()


def kept(council: Council, number: int):
    upload = files.upload(b"words %d" % number, f"notes {number}.txt")
    return store(upload=upload, by=as_actor(council.author), at=NOW)


@pytest.fixture
def portfolio(council):
    whose = {"person": council.author, "organisation": council.organisation}
    made = portfolio_in("submitted", template=PortfolioTemplateFactory(organisation=council.organisation), **whose)
    EntryFactory(author=council.author, organisation=council.organisation, title="A <careful> visit")
    evidence_in("complete", title="Sensory room", **whose)
    evidence_in("complete", title="Of somebody else")
    return made


def taken(client) -> zipfile.ZipFile:
    response = client.post(f"{URL}zip/")
    assert (response.status_code, response.streaming, response["Content-Type"]) == (200, True, "application/zip")
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def test_everything_is_in_the_zip(council, portfolio):
    snapshot = snapshot_of(content(), portfolio)
    file, gone = kept(council, 1), kept(council, 2)
    reading.default_storage.delete(gone.storage_key)
    archive = taken(council.client(council.author))
    folder = f"portfolios/{portfolio.pk}"
    assert archive.namelist() == [
        "index.html",
        "entries.html",
        "entries.csv",
        "entries.json",
        "evidence.html",
        "evidence.json",
        "pseudonyms.json",
        f"{folder}/as-it-stands.html",
        f"{folder}/as-it-stands.json",
        f"{folder}/version-1.html",
        f"{folder}/version-1.json",
        f"files/{file.uid}/notes 1.txt",
        "index.json",
    ]
    assert hashlib.sha256(archive.read(f"{folder}/version-1.json")).hexdigest() == snapshot.sha256
    assert hashlib.sha256(archive.read(f"files/{file.uid}/notes 1.txt")).hexdigest() == file.sha256
    assert "A &lt;careful&gt; visit" in archive.read("entries.html").decode()
    assert [each["title"] for each in json.loads(archive.read("evidence.json"))] == ["Sensory room"]
    assert "Sensory room" in archive.read("evidence.html").decode()
    index = json.loads(archive.read("index.json"))
    assert (index["gone"], [each["sha256"] for each in index["files"]]) == ([str(gone.uid)], [file.sha256])
    assert f'href="{folder}/version-1.html"' in archive.read("index.html").decode()


def test_files_are_opened_one_after_another_while_they_are_sent(council, monkeypatch):
    for number in range(30):
        kept(council, number)
    opened, open_now = [], []

    def counting(file):
        content = files_opened(file)
        open_now[:] = [each for each in open_now if not each.closed]
        opened.append(len(open_now))
        open_now.append(content)
        return content

    files_opened = reading.open_original
    monkeypatch.setattr("portfolios.selectors.taking_out.open_original", counting)
    sent = zipped(parts_of(as_actor(council.author), at=NOW))
    while len(opened) < 3:
        next(sent)
    assert len(opened) == 3
    assert len(b"".join(sent)) > 0
    assert (len(opened), set(opened)) == (30, {0})


def test_zip_costs_as_many_queries_for_three_files_as_for_one(council, django_assert_num_queries):
    kept(council, 1)
    actor = as_actor(council.author)
    with django_assert_num_queries(29):
        b"".join(zipped(parts_of(actor, at=NOW)))
    for number in (2, 3):
        kept(council, number)
    with django_assert_num_queries(29):
        b"".join(zipped(parts_of(actor, at=NOW)))


def test_page_says_what_is_in_it_and_taking_is_noted(council, portfolio):
    kept(council, 1)
    client = council.client(council.author)
    said = client.get(URL).content.decode()
    for words in ("1 entry of your CPD", "1 piece of evidence", "1 portfolio,", "1 file, byte for byte"):
        assert words in said
    taken(client)
    event = Event.objects.get(act="portfolios.everything.take")
    assert (event.about_id, event.actor.reference) == (council.author.pk, str(council.author.pk))


def test_taking_is_limited(council):
    client = council.client(council.author)
    answers = [client.post(f"{URL}zip/").status_code for _ in range(7)]
    assert answers == [200] * 6 + [429]


def test_somebody_who_left_takes_everything(council, portfolio):
    Post.objects.filter(person=council.author).update(until_on=date(2026, 10, 31))
    assert "index.html" in taken(council.client(council.author)).namelist()


@pytest.mark.django_db
def test_who_is_not_signed_in_is_asked_to():
    answer = Client().post(f"{URL}zip/")

    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={URL}zip/")
