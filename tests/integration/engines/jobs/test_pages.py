from datetime import UTC, datetime

import pytest
from django.test import Client

from academy.engines.files.models import StoredFile
from academy.engines.jobs import declarations
from academy.engines.jobs.declarations import JobKind, declare
from academy.engines.jobs.models import Job
from tests.factories.identity import UserFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
LOOK_AGAIN = "Look again how far it is"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sample_work(monkeypatch):
    monkeypatch.setattr(declarations, "_kinds", {})
    declare(JobKind("sample.work", "Your sample work", run=lambda job, progress: None))


@pytest.fixture
def owner():
    return UserFactory()


@pytest.fixture
def browser(owner):
    client = Client()
    client.force_login(owner)
    return client


def job(owner, **values):
    fields = {"kind": "sample.work", "owner": owner.person, "asked_at": AT, "due_at": AT}
    return Job.objects.create(**fields | values)


RUNNING = {"status": "running", "attempts": 1, "started_at": AT, "heartbeat_at": AT, "progress": 40}


@pytest.mark.parametrize(
    ("values", "word", "sentence", "unfinished"),
    [
        ({}, "Waiting", "It begins in a moment.", 1),
        ({"attempts": 1}, "Waiting", "It did not work the first time and is tried again soon.", 1),
        (RUNNING | {"progress_words": "12 of 30 portfolios"}, "Being done", "12 of 30 portfolios", 1),
        (RUNNING, "Being done", "It is being done.", 1),
        ({"status": "done", "finished_at": AT, "progress": 100}, "Done", "It is done.", 0),
        ({"status": "failed", "finished_at": AT, "reason": "Nothing to do."}, "Not done", "Nothing to do.", 0),
    ],
)
def test_job_page_says_how_far_it_is_until_it_is_over(browser, owner, *, values, word, sentence, unfinished):
    made = job(owner, **values)
    html = browser.get(made.get_absolute_url()).content.decode()
    assert html.count(f"{word}</span>") == 1
    assert html.count(sentence) == 1
    assert (html.count(LOOK_AGAIN), html.count("data-job-standing=")) == (unfinished, unfinished)
    standing = browser.get(f"{made.get_absolute_url()}standing/").json()
    assert (standing["word"], standing["is_over"]) == (word, not unfinished)
    assert standing["progress"] == made.progress
    assert standing["sentence"].startswith(sentence)


def test_job_page_leads_to_what_was_made(browser, owner):
    file = StoredFile.objects.create(
        owner=owner.person,
        original_name="report.pdf",
        kind="pdf",
        size=9,
        sha256="0" * 64,
        storage_key="a",
        scan_state="clean",
        uploaded_at=AT,
    )
    made = job(owner, status="done", finished_at=AT, result=file)
    link = f'href="{file.get_absolute_url()}"'
    assert browser.get(made.get_absolute_url()).content.decode().count(link) == 1
    StoredFile.objects.update(deleted_at=AT, deleted_because="Old.")
    assert browser.get(made.get_absolute_url()).content.decode().count(link) == 0


@pytest.mark.parametrize("page", ["", "standing/"])
def test_job_of_somebody_else_is_not_found(owner, page):
    made = job(owner, status="failed", finished_at=AT, reason="Only for its owner.")
    client = Client()
    client.force_login(UserFactory())
    response = client.get(f"{made.get_absolute_url()}{page}")
    assert response.status_code == 404
    assert "Only for its owner." not in response.content.decode()
