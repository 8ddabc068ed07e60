from importlib import import_module

import pytest
from celery import Task
from django.conf import settings


@pytest.mark.parametrize("name", sorted(settings.CELERY_BEAT_SCHEDULE))
def test_clock_rings_only_for_tasks_there_are(name):
    module, _, task = settings.CELERY_BEAT_SCHEDULE[name]["task"].rpartition(".")

    found = getattr(import_module(module), task)
    assert (isinstance(found, Task), found.name) == (True, f"{module}.{task}")
