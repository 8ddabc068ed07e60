from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from academy.engines.jobs.models import Job
from academy.engines.jobs.ringing import ring_due
from academy.engines.jobs.tasks import ring_due_jobs, run_job
from tests.factories.identity import PersonFactory

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
pytestmark = pytest.mark.django_db


def job(**values):
    fields = {"kind": "sample.work", "owner": PersonFactory(), "asked_at": AT - 60 * MINUTE, "due_at": AT - 60 * MINUTE}
    return Job.objects.create(**fields | values)


@pytest.mark.parametrize(
    ("values", "is_rung"),
    [
        ({}, True),
        ({"rung_at": AT - timedelta(seconds=49)}, False),
        ({"rung_at": AT - timedelta(seconds=50)}, True),
        ({"due_at": AT + MINUTE}, False),
        ({"status": "running", "attempts": 1, "started_at": AT, "heartbeat_at": AT - 4 * MINUTE}, False),
        ({"status": "running", "attempts": 1, "started_at": AT, "heartbeat_at": AT - 5 * MINUTE}, True),
        ({"status": "running", "attempts": 5, "started_at": AT, "heartbeat_at": AT - 5 * MINUTE}, False),
        ({"status": "done", "finished_at": AT}, False),
        ({"status": "failed", "finished_at": AT, "reason": "No."}, False),
    ],
)
def test_ring_due_rings_for_what_nobody_does(rung, django_capture_on_commit_callbacks, values, is_rung):
    made = job(**values)
    with django_capture_on_commit_callbacks(execute=True):
        assert ring_due(at=AT) == int(is_rung)
    assert rung == ([("academy.engines.jobs.tasks.run_job", made.pk)] if is_rung else [])


def test_ring_due_twice_at_once_rings_once(rung, django_capture_on_commit_callbacks):
    job()
    with django_capture_on_commit_callbacks(execute=True):
        ring_due(at=AT)
        ring_due(at=AT + timedelta(seconds=1))
    assert len(rung) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_ring_due_takes_two_queries_whatever_waits(rung, count, django_assert_num_queries):
    for _ in range(count):
        job()
    with django_assert_num_queries(2):
        assert ring_due(at=AT) == count


def test_tasks_take_a_lost_job_from_ringing_to_its_end(working, rung, django_capture_on_commit_callbacks):
    working()
    made = job(rung_at=AT - 60 * MINUTE)
    with time_machine.travel(AT, tick=False), django_capture_on_commit_callbacks(execute=True):
        assert ring_due_jobs() == 1
    with time_machine.travel(AT, tick=False):
        run_job(rung[0][1])
    made.refresh_from_db()
    assert (made.status, made.finished_at) == ("done", AT)
