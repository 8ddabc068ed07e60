"""Jobs outlive their worker: killed outright in the middle, its job is found again and done by the next one."""

import os
import subprocess
import sys
from datetime import timedelta
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from academy.config.databases import database
from academy.engines.jobs.models import Job
from academy.identity.models import Person
from tests.integration.config.processes import descendants, end, eventually, portal_environment, running

ALIAS = "of_the_worker"
NAME = "academy_killed_worker"
WORKER = [sys.executable, "-m", "tests.integration.engines.jobs.worker"]


def run_sql(url, sql):
    """One statement outside a transaction, as CREATE DATABASE wants it."""
    connection = psycopg2.connect(url)
    connection.autocommit = True
    connection.cursor().execute(sql)
    connection.close()


@pytest.fixture
def database_url(tmp_path):
    """A database a second process can open: a file, or one of its own where the suite runs on PostgreSQL."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield f"sqlite:///{tmp_path / 'jobs.sqlite3'}"
        return
    run_sql(given, f"DROP DATABASE IF EXISTS {NAME}")
    run_sql(given, f"CREATE DATABASE {NAME}")
    yield urlunsplit(urlsplit(given)._replace(path=f"/{NAME}"))
    run_sql(given, f"DROP DATABASE {NAME} WITH (FORCE)")


@pytest.fixture
def jobs(database_url, django_db_blocker):
    """The jobs in the workers' database, its tables made."""
    settings = {**connections["default"].settings_dict, **database(database_url), "TEST": {}}
    connections.databases[ALIAS] = settings
    with django_db_blocker.unblock():
        call_command("migrate", database=ALIAS, verbosity=0)
        yield Job.objects.using(ALIAS)
        connections[ALIAS].close()
    del connections[ALIAS]
    del connections.databases[ALIAS]


@pytest.fixture
def environment(tmp_path, database_url):
    broker = os.environ.get("CELERY_BROKER_URL", "filesystem://")
    apart = f"{broker}?virtual_host=9" if broker.startswith("redis") else broker
    return portal_environment(
        tmp_path, DATABASE_URL=database_url, CELERY_BROKER_URL=apart, TURNS=str(tmp_path / "turns")
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
