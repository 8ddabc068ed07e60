from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from academy.engines.files.services.files import store, withdraw
from academy.engines.files.sweeping import sweep
from academy.engines.files.tasks import sweep_files
from tests.factories import files
from tests.factories.identity import actor_of

NOW = datetime.now(tz=UTC)
TOMORROW = NOW + timedelta(days=1, hours=1)  # files are made when the test runs, up to an hour after this line
pytestmark = pytest.mark.django_db


def test_sweep_deletes_bytes_of_an_act_that_was_undone_after_a_day():
    kept = store(upload=files.upload(), by=actor_of(), at=NOW)
    with transaction.atomic():
        undone = store(upload=files.upload(), by=actor_of(), at=NOW)
        transaction.set_rollback(True)
    assert sweep(at=NOW) == 0
    assert default_storage.exists(undone.storage_key)
    assert sweep(at=TOMORROW) == 1
    assert (default_storage.exists(undone.storage_key), default_storage.exists(kept.storage_key)) == (False, True)
    assert sweep(at=TOMORROW) == 0


def test_sweep_deletes_bytes_whose_deletion_was_cut_short():
    actor = actor_of()
    file = store(upload=files.upload(), by=actor, at=NOW)
    withdraw(file=file, reason="Names somebody.", by=actor, at=NOW)  # never committed: its bytes are there still
    assert default_storage.exists(file.storage_key)
    assert sweep(at=TOMORROW) == 1


def test_sweep_of_an_empty_storage_finds_nothing():
    assert sweep(at=TOMORROW) == 0


@pytest.mark.parametrize("count", [1, 3])
def test_sweep_takes_one_query_whatever_is_kept(count, django_assert_num_queries):
    for _ in range(count):
        store(upload=files.upload(), by=actor_of(), at=NOW)
    with django_assert_num_queries(1):
        sweep(at=TOMORROW)


def test_sweep_files_task_goes_by_the_clock():
    default_storage.save("2026/11/stray", ContentFile(b"x"))
    with time_machine.travel(TOMORROW):
        assert sweep_files() == 1
