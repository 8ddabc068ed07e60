"""The whole map of addresses, walked by everybody: nobody reads or changes what the permissions do not give her."""

from collections.abc import Iterator

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from academy.development.choices import DRAFT_FORM
from academy.engines.drafts.models import Draft
from academy.engines.jobs import declarations
from academy.engines.jobs.declarations import JobKind
from tests.factories.people import NOW
from tests.integration.leaks.addresses import addresses
from tests.integration.leaks.marked_world import marked_world
from tests.integration.leaks.targets import targets
from tests.integration.leaks.walking import ANSWERS, NOT_SIGNED_IN, Portal

pytestmark = pytest.mark.django_db

IN_MEMORY = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


@pytest.fixture(scope="module")
def portal(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Portal]:
    work = JobKind("sample.work", "Sample work", run=lambda job, progress: None)
    with (
        pytest.MonkeyPatch.context() as patch,
        override_settings(STORAGES=IN_MEMORY),
        time_machine.travel(NOW, tick=False),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setattr(declarations, "_kinds", {work.name: work})
        world = marked_world()
        yield Portal(world, targets(world.form_token, world.report))
        transaction.set_rollback(True)


def test_every_kind_of_address_that_names_something_is_walked(portal: Portal):
    named = {address.key for address in addresses() if address.names}

    assert sorted(map(str, named ^ set(portal.targets))) == []
    assert [key for key, found in portal.targets.items() if not found] == []


def test_everybody_whom_a_permission_tells_from_others_walks(portal: Portal):
    assert {"manager", "report", "neighbour", "leaver", "candidate", "hr", "both", NOT_SIGNED_IN} <= set(portal.walkers)
    assert len(portal.world.secrets) > 80


def test_page_shows_nobody_what_the_permissions_keep_from_her(portal: Portal):
    leaks = []
    for walker in portal.walkers:
        actor = portal.actor(walker)
        kept = {each.what for each in portal.world.secrets if actor is None or not each.may_know(actor)}
        shown = {visit.path: sorted(visit.shows & kept) for visit in portal.reading(walker) if visit.shows & kept}
        leaks += [f"{path} shows {walker}: {', '.join(what)}" for path, what in shown.items()]

    assert leaks == []


def test_every_secret_is_shown_to_somebody_who_may_know_it(portal: Portal):
    unseen = [
        each.what
        for each in portal.world.secrets
        if each.witness in portal.walkers
        and each.what not in {what for visit in portal.reading(each.witness) for what in visit.shows}
    ]

    assert unseen == []


def test_page_answers_as_visibility_and_permission_say(portal: Portal):
    surprises = [f"{walker}: {each.surprise}" for walker in portal.walkers for each in portal.reading(walker)]

    assert [surprise for surprise in surprises if not surprise.endswith(": ")] == []


def test_form_about_what_is_not_hers_is_refused_and_changes_nothing(portal: Portal):
    for walker in portal.walkers:
        visits, before, after = portal.sending(walker)

        assert [f"{walker}: {visit.surprise}" for visit in visits if visit.surprise] == []
        assert [f"{walker} changed {table}" for table in before if before[table] != after[table]] == []
        assert len(visits) > 10, walker


def test_words_saved_under_the_key_of_somebody_elses_form_leave_hers_alone(portal: Portal):
    with transaction.atomic():
        hers = Draft.objects.values().get()
        key = f"new-{portal.world.form_token}"
        answer = portal.browser("colleague").post(f"/drafts/{DRAFT_FORM}/{key}/", ANSWERS)
        owners = set(Draft.objects.filter(key=key).values_list("owner", flat=True))
        still = Draft.objects.values().get(pk=hers["id"])
        transaction.set_rollback(True)

    assert (answer.status_code, still) == (200, hers)
    assert owners == {hers["owner_id"], portal.world.accounts["colleague"].pk}
