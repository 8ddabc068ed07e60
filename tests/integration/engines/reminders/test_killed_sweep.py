"""A worker killed outright while it sweeps, then two workers and two clocks at once: everybody is told exactly once."""

import re
import subprocess
import sys

import pytest

from academy.engines.notify.models import Mail, Notice
from academy.engines.reminders.models import Digest, Reminder
from tests.integration.config.processes import descendants, end, eventually, portal_environment, running
from tests.integration.engines.apart import broker_apart, database_apart, tables_apart
from tests.integration.engines.reminders.worker import PEOPLE

pytestmark = pytest.mark.own_database

WORKER = [sys.executable, "-m", "tests.integration.engines.reminders.worker"]


@pytest.fixture
def environment(tmp_path, django_db_blocker):
    """The workers' environment, their database filled."""
    (tmp_path / "mail").mkdir()
    with database_apart(tmp_path, name="academy_killed_sweep") as url:
        own = portal_environment(
            tmp_path,
            DATABASE_URL=url,
            CELERY_BROKER_URL=broker_apart(part=9),
            EMAIL_URL=f"filemail:///{tmp_path / 'mail'}",
        )
        with django_db_blocker.unblock(), tables_apart(url) as alias:
            do("prepare", own)
            yield {**own, "ALIAS": alias}


def do(what, environment):
    subprocess.run([*WORKER, what], env=environment, check=True, capture_output=True)


def count(model, environment, **said):
    return model.objects.using(environment["ALIAS"]).filter(**said).count()


def sent(folder):
    """The Message-IDs of everything handed to the mail server."""
    words = "".join(path.read_text() for path in folder.iterdir())
    return re.findall(r"^Message-ID: (.+)$", words, flags=re.MULTILINE)


def test_sweep_of_a_killed_worker_is_finished_by_two_others_without_a_repeat(environment, tmp_path):
    stuck = tmp_path / "stuck"
    with running([*WORKER, "work"], environment={**environment, "STUCK": str(stuck)}, output=tmp_path / "0") as first:
        do("ring", environment)
        assert eventually(stuck.exists, within=60)
        for pid in [first.pid, *descendants(first.pid)]:
            end(pid)
    assert count(Digest, environment) == count(Reminder, environment, status="told") == 2
    assert count(Reminder, environment, status="waiting") == PEOPLE - 2

    with (
        running([*WORKER, "work"], environment=environment, output=tmp_path / "1"),
        running([*WORKER, "work"], environment=environment, output=tmp_path / "2"),
    ):
        do("ring", environment)
        do("ring", environment)
        assert eventually(lambda: count(Digest, environment) == PEOPLE, within=60)
        do("ring", environment)
        assert eventually(lambda: count(Mail, environment, status="sent") == PEOPLE, within=60)
    assert count(Notice, environment) == count(Mail, environment) == count(Digest, environment) == PEOPLE
    assert count(Reminder, environment, status="told") == count(Reminder, environment) == PEOPLE
    ids = Mail.objects.using(environment["ALIAS"]).values_list("message_id", flat=True)
    assert sorted(sent(tmp_path / "mail")) == sorted(ids)
