"""A worker killed outright half-way through a file: the next one ends it as if nothing had been."""

import signal
import subprocess
import sys

import pytest

from academy.development.models import Entry
from academy.engines.audit.models import Event
from academy.engines.imports.models import Import, ImportRow
from tests.integration.config.processes import ROOT, portal_environment
from tests.integration.engines.apart import database_apart, tables_apart

pytestmark = pytest.mark.own_database

CLERK = [sys.executable, "-m", "tests.integration.engines.imports.clerk"]


@pytest.fixture
def database_url(tmp_path):
    with database_apart(tmp_path, name="academy_killed_import") as url:
        yield url


@pytest.fixture
def alias(database_url, django_db_blocker):
    with django_db_blocker.unblock(), tables_apart(database_url) as alias:
        yield alias


def test_file_of_a_worker_killed_half_way_is_checked_and_taken_in_once(alias, database_url, tmp_path):
    def process(step, minute, **more):
        environment = portal_environment(tmp_path, DATABASE_URL=database_url, **more)
        return subprocess.run([*CLERK, step, str(minute)], cwd=ROOT, env=environment, check=False).returncode

    def count(model):
        return model.objects.using(alias).count()

    assert process("upload", 0) == 0
    assert process("check", 1, KILLED_AFTER="500") == -signal.SIGKILL
    assert (count(ImportRow), Import.objects.using(alias).get().checked_at) == (500, None)
    assert process("check", 7) == 0
    assert (count(ImportRow), Import.objects.using(alias).get().good) == (1_200, 1_200)
    assert process("take-in", 8, KILLED_AFTER="1000") == -signal.SIGKILL
    assert (count(Entry), Import.objects.using(alias).get().committed_at) == (0, None)
    assert process("take-in", 14) == 0
    assert process("take-in", 20) == 0
    assert (count(Entry), Import.objects.using(alias).get().added) == (1_200, 1_200)
    assert Event.objects.using(alias).filter(act="development.entry.import").count() == 1
