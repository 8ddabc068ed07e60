import uuid
from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError

from academy.engines.access import permissions
from academy.engines.access.permissions import Permission
from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.documents.declarations import Asked
from academy.engines.documents.models import Issued
from academy.engines.documents.rendering import Rendered
from academy.engines.documents.services.documents import issue, order, order_parts
from academy.engines.files.models import StoredFile
from academy.engines.jobs.models import Job
from academy.identity.actor import Actor
from tests.factories.files import PDF
from tests.factories.identity import TODAY, PersonFactory, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def issue_letter(kind, person, *, token=None):
    by = actor_of(person)
    asked = Asked(person_id=person.pk, by=by, at=AT)
    rendered = Rendered(ContentFile(PDF), 3, "1" * 64)
    return issue(
        kind=kind, asked=asked, content=kind.build(asked), rendered=rendered, order=token or uuid.uuid4(), by=by, at=AT
    )


def test_issue_keeps_bytes_hash_template_and_policy(kind):
    person = PersonFactory()
    made = issue_letter(kind, person)
    with default_storage.open(made.file.storage_key) as stored:
        assert stored.read() == PDF
    assert (made.sha256, made.file.original_name) == (made.file.sha256, "letter.pdf")
    assert (made.title, made.kind, made.pages, made.variant) == ("A letter", "tests.letter", 3, "pdf/ua-1")
    assert (made.template, made.template_sha256) == ("documents/paper.html", "1" * 64)
    assert (made.policy, made.person, made.made_by, made.made_at) == ("Everyday Learning (2026)", person, person, AT)


def test_issue_writes_one_event_about_the_person_and_the_file_s_beneath_it(kind):
    person = PersonFactory()
    issue_letter(kind, person)
    act = Event.objects.get(act="documents.document.issue")
    assert (act.about_id, act.note, act.to_state) == (person.pk, "tests.letter", "issued")
    assert Event.objects.get(act="files.file.keep_made").parent == act.uid


def test_issue_for_the_same_order_twice_is_refused_and_leaves_no_second_file(kind):
    person, token = PersonFactory(), uuid.uuid4()
    issue_letter(kind, person, token=token)
    with pytest.raises(IntegrityError):
        issue_letter(kind, person, token=token)
    assert Issued.objects.count() == StoredFile.objects.count() == 1


def test_order_queues_a_job_of_ids_only(kind, rung, django_capture_on_commit_callbacks):
    person = PersonFactory()
    with django_capture_on_commit_callbacks(execute=True):
        job = order(kind=kind, by=actor_of(person), at=AT, choices={"period": "everything"})
    assert (job.kind, job.owner) == ("documents.document.make", person)
    assert job.arguments == {"kind": "tests.letter", "person": person.pk, "choices": ["period:everything"]}
    assert rung == [("academy.engines.jobs.tasks.run_job", job.pk)]


def test_order_pressed_twice_is_one_job_until_it_is_over(kind):
    by = actor_of()
    first = order(kind=kind, by=by, at=AT, choices={"part": "1"})
    assert order(kind=kind, by=by, at=AT, choices={"part": "1"}) == first
    assert order(kind=kind, by=by, at=AT, choices={"part": "2"}) != first
    Job.objects.filter(pk=first.pk).update(status="done", finished_at=AT, progress=100)
    assert order(kind=kind, by=by, at=AT, choices={"part": "1"}) != first


def test_order_parts_asks_for_each_part(kind):
    jobs = order_parts(kind=kind, parts=3, by=actor_of(), at=AT, choices={"period": "everything"})
    assert [job.arguments["choices"] for job in jobs] == [
        ["period:everything", "part:1"],
        ["period:everything", "part:2"],
        ["period:everything", "part:3"],
    ]


def test_order_refuses_whoever_has_no_record_or_may_not(kind, monkeypatch):
    with pytest.raises(Refused, match="with a record of their own"):
        order(kind=kind, by=Actor.system("tests", on=TODAY), at=AT, choices={})
    monkeypatch.setitem(permissions._declared, kind.permission, Permission(kind.permission, "Nobody", givers=()))
    with pytest.raises(Refused, match="with a record of their own"):
        order(kind=kind, by=actor_of(), at=AT, choices={})
    assert Job.objects.count() == 0
