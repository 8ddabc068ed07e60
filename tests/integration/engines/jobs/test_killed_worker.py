"""Jobs outlive their worker: killed outright in the middle, its job is found again and done by the next one."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from academy.engines.jobs.models import Job
from academy.identity.models import Person
from tests.integration.config.processes import descendants, end, eventually, portal_environment, running
from tests.integration.engines.apart import ALIAS, broker_apart, database_apart, tables_apart

pytestmark = pytest.mark.own_database

WORKER = [sys.executable, "-m", "tests.integration.engines.jobs.worker"]


@pytest.fixture
def database_url(tmp_path):
    with database_apart(tmp_path, name="academy_killed_worker") as url:
        yield url


@pytest.fixture
def jobs(database_url, django_db_blocker):
    """The jobs in the workers' database, its tables made."""
    with django_db_blocker.unblock(), tables_apart(database_url) as alias:
        yield Job.objects.using(alias)


@pytest.fixture
def environment(tmp_path, database_url):
    return portal_environment(
        tmp_path, DATABASE_URL=database_url, CELERY_BROKER_URL=broker_apart(part=8), TURNS=str(tmp_path / "turns")
    )


def ring(environment):
    """What beat does each minute."""
    subprocess.run([*WORKER, "ring"], env=environment, check=True, capture_output=True)


def test_job_of_a_worker_killed_outright_is_done_by_the_next_one(jobs, environment, tmp_path):
    now = timezone.now()
    owner = Person.objects.using(ALIAS).create(given_name="Anna", family_name="Sample")
    job = jobs.create(kind="sample.slow", owner=owner, asked_at=now, due_at=now)

    def stands(status, attempts):
        return eventually(lambda: jobs.filter(pk=job.pk, status=status, attempts=attempts).exists(), within=60)

    with running([*WORKER, "work"], environment=environment, output=tmp_path / "first") as first:
        ring(environment)
        assert stands("running", 1)
        assert eventually(lambda: jobs.get(pk=job.pk).progress == 50)
        for pid in [first.pid, *descendants(first.pid)]:
            end(pid)
    jobs.filter(pk=job.pk).update(heartbeat_at=now - timedelta(minutes=6))  # five minutes of silence go by

    with running([*WORKER, "work"], environment=environment, output=tmp_path / "second"):
        ring(environment)
        assert stands("done", 2)
        ring(environment)
    assert (tmp_path / "turns").read_text() == "turn 1\nturn 2\n"
    assert jobs.get(pk=job.pk).progress == 100
