from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from academy.engines.access.permissions import allows
from academy.engines.jobs.models import Job
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
JOB = {"kind": "sample.work", "asked_at": AT, "due_at": AT}
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"kind": ""}, "job_has_kind"),
        ({"status": "lost"}, "job_status_known"),
        ({"attempts": 6}, "job_attempts_limited"),
        ({"progress": 101}, "job_progress_in_per_cent"),
        ({"due_at": AT.replace(hour=9)}, "job_due_after_asked"),
        ({"status": "done"}, "job_over_when_finished"),
        ({"finished_at": AT}, "job_over_when_finished"),
        ({"status": "running"}, "job_running_gives_signs"),
        ({"status": "running", "started_at": AT}, "job_running_gives_signs"),
        ({"status": "failed", "finished_at": AT}, "job_failed_for_a_reason"),
        ({"reason": "No."}, "job_failed_for_a_reason"),
    ],
)
def test_job_that_breaks_a_constraint_is_refused(values, constraint):
    owner = PersonFactory()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Job.objects.create(owner=owner, **JOB | values)


def test_job_is_seen_by_its_owner_only():
    owner, other = actor_of(), actor_of()
    job = Job.objects.create(owner_id=owner.person_id, **JOB)
    seen = {actor.person_id: list(Job.objects.visible_to(actor)) for actor in (owner, other)}
    assert seen == {owner.person_id: [job], other.person_id: []}
    assert [allows("jobs.job.view", actor, job) for actor in (owner, other)] == [True, False]
    assert list(Job.objects.visible_to(Actor.system("test", on=TODAY))) == []
