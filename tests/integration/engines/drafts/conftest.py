from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from tests.factories.identity import UserFactory
from tests.integration.engines.drafts import sample


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(datetime(2026, 11, 17, 10, 34, tzinfo=UTC), tick=False):
        yield


@pytest.fixture(autouse=True)
def _sample_form(settings):
    settings.ROOT_URLCONF = sample.__name__
    sample.sent.clear()


@pytest.fixture
def owner(db):
    return UserFactory()


@pytest.fixture
def signed_in(owner):
    """A browser that checks CSRF as a real one is checked."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    return client
