from datetime import UTC, datetime, timedelta

import pytest

from academy.engines.access import permissions
from academy.engines.access.permissions import Permission
from academy.engines.documents import making
from academy.engines.documents.models import Issued
from academy.engines.documents.rendering import render
from academy.engines.documents.rules.codes import code_for
from academy.engines.documents.services.documents import order
from academy.engines.jobs.running import run
from academy.engines.notify.models import Mail, Notice
from tests.factories.identity import UserFactory, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return UserFactory()


def made_after(owner, kind, wait=timedelta(seconds=3)):
    """A letter ordered at 10:34 and made when a worker came by so much later."""
    job = order(kind=kind, by=actor_of(owner.person), at=AT, choices={})
    run(job.pk, clock=lambda: AT + wait)
    job.refresh_from_db()
    return job


def test_make_issues_the_document_and_the_job_leads_to_it(kind, owner):
    job = made_after(owner, kind)
    document = Issued.objects.get()
    assert (job.status, job.result, document.order) == ("done", document.file, job.uid)
    assert (document.person, document.made_by) == (owner.person, owner.person)
    assert document.pages == 1


def test_make_run_again_gives_the_document_there_is(kind, owner, monkeypatch):
    job = made_after(owner, kind)
    monkeypatch.setattr(making, "render", None)
    document = Issued.objects.get()
    assert making.make(job, None) == document.file


def test_make_after_a_worker_died_while_setting_the_pages_issues_once(kind, owner, monkeypatch):
    job = order(kind=kind, by=actor_of(owner.person), at=AT, choices={})

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(making, "render", killed)
    with pytest.raises(KeyboardInterrupt):
        run(job.pk, clock=lambda: AT)
    assert Issued.objects.count() == 0
    monkeypatch.setattr(making, "render", render)
    run(job.pk, clock=lambda: AT + timedelta(minutes=6))
    job.refresh_from_db()
    assert (job.status, job.attempts, Issued.objects.count()) == ("done", 2, 1)


def test_make_for_an_account_closed_since_is_refused_with_a_sentence(kind, owner):
    job = order(kind=kind, by=actor_of(owner.person), at=AT, choices={})
    owner.is_active = False
    owner.save()
    run(job.pk, clock=lambda: AT)
    job.refresh_from_db()
    assert (job.status, job.reason) == ("failed", "The account that asked for it is closed, so nothing was made.")


@pytest.mark.parametrize(("wait", "told"), [(timedelta(seconds=59), 0), (timedelta(minutes=1), 1)])
def test_make_tells_in_the_inbox_whoever_waited_a_minute(kind, owner, wait, told):
    made_after(owner, kind, wait)
    assert (Notice.objects.count(), Mail.objects.count()) == (told, 0)
    for notice in Notice.objects.all():
        assert (notice.subject, notice.person) == ("Your document is ready", owner.person)
        assert notice.url == Issued.objects.get().get_absolute_url()
        assert "“A letter” is made." in notice.body


def test_make_keeps_the_thing_it_was_made_of_and_a_code_of_its_own(portrait, owner, monkeypatch):
    monkeypatch.setattr("academy.identity.models.Person.person_id", property(lambda person: person.pk), raising=False)
    job = order(kind=portrait, by=actor_of(owner.person), at=AT, choices={}, subject=owner.person)
    run(job.pk, clock=lambda: AT)
    document = Issued.objects.get()
    assert job.arguments["subject"] == document.subject_id == owner.person_id
    assert document.code == code_for(job.uid, taken=())


def test_make_is_refused_once_its_subject_may_not_be_read(portrait, owner, monkeypatch):
    monkeypatch.setattr("academy.identity.models.Person.person_id", property(lambda person: person.pk), raising=False)
    job = order(kind=portrait, by=actor_of(owner.person), at=AT, choices={}, subject=owner.person)
    monkeypatch.setitem(permissions._declared, portrait.permission, Permission("x.y.z", "Nobody", givers=()))
    run(job.pk, clock=lambda: AT)
    job.refresh_from_db()
    assert job.reason == "You may no longer read what this document is made of, so nothing was made."
