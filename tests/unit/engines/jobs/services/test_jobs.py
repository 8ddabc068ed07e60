from datetime import UTC, datetime

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.jobs.models import Job
from academy.engines.jobs.services.jobs import ask
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, OrganisationFactory, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_ask_makes_a_waiting_row_and_rings_once_it_is_committed(working, rung, django_capture_on_commit_callbacks):
    working()
    actor = actor_of(organisation=OrganisationFactory())
    with django_capture_on_commit_callbacks(execute=True):
        job = ask(kind="sample.work", arguments={"entry": 7}, by=actor, at=AT)
        assert rung == []
    kept = Job.objects.get()
    assert (kept.owner_id, kept.organisation_id, kept.arguments) == (
        actor.person_id,
        actor.organisation_id,
        {"entry": 7},
    )
    assert (kept.status, kept.due_at, kept.attempts, kept.progress) == ("queued", AT, 0, 0)
    assert rung == [("academy.engines.jobs.tasks.run_job", job.pk)]


def test_ask_records_one_event_about_the_person(working):
    working()
    actor = actor_of()
    job = ask(kind="sample.work", by=actor, at=AT)
    event = Event.objects.get()
    assert (event.act, event.subject_id, event.about_id, event.to_state, event.note) == (
        "jobs.job.ask",
        str(job.pk),
        actor.person_id,
        "queued",
        "sample.work",
    )


def test_ask_with_somebodys_words_is_a_bug(working):
    working()
    with pytest.raises(ValueError, match="takes ids only"):
        ask(kind="sample.work", arguments={"title": "A visit to Anna"}, by=actor_of(), at=AT)
    assert Job.objects.count() == 0


def test_ask_for_an_unknown_kind_is_a_bug():
    with pytest.raises(KeyError):
        ask(kind="sample.unknown", by=actor_of(), at=AT)


def test_ask_without_a_record_is_refused(working):
    working()
    with pytest.raises(Refused, match="Ask your academy lead"):
        ask(kind="sample.work", by=Actor.system("test", on=TODAY), at=AT)
