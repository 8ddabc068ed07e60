"""The whole map, walked by those who reach little: accounts from outside, and roles put aside for want of a second
factor."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from academy.engines.facts.families import declared
from academy.engines.facts.keys import family_of
from academy.engines.facts.providers import facts_of
from academy.engines.jobs import declarations
from academy.engines.jobs.declarations import JobKind
from academy.identity.actor import Actor
from academy.people.choices import MembershipKind
from academy.people.models import Post
from tests.factories.people import NOW, account_of, member_of
from tests.integration.leaks.marked_world import MarkedWorld, marked_world
from tests.integration.leaks.targets import targets
from tests.integration.leaks.walking import Portal

pytestmark = pytest.mark.django_db

OUTSIDE = MembershipKind.values
ROLES = ["manager", "deputy", "academy_lead", "hr", "auditor", "service_manager", "panel_member", "administrator"]
# Families of facts the marked world has something of; what somebody wrote stands behind most of them.
KNOWN_OF = (
    "development.appraisal",
    "development.entry",
    "development.peer_learning",
    "development.supervision",
    "people.annotation",
    "people.registration",
    "training.completion",
    "training.teaching",
)
IN_MEMORY = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


class WithoutSecondFactor(Portal):
    """The portal where a second factor is asked for, and nobody has one."""

    def actor(self, walker: str) -> Actor | None:
        actor = super().actor(walker)
        return replace(actor, roles=(), manages=frozenset(), lacks_second_factor=True) if actor else None

    def _turn(self, walker: str) -> int:
        return ROLES.index(walker)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[MarkedWorld]:
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
        council = Post.objects.get(person=world.report).organisation
        for kind in OUTSIDE:
            person = member_of(council, kind=kind)
            world.accounts[kind], world.people[person.pk] = account_of(person), person
        yield world
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def open_portal(world: MarkedWorld) -> Portal:
    """Walked by all from outside together: each tries other addresses of those that are to be refused to her."""
    return Portal(world, targets(world.form_token, world.report), refused_in=len(OUTSIDE))


@pytest.fixture(scope="module")
def strict_portal(world: MarkedWorld) -> Iterator[Portal]:
    """Walked by all whose role is put aside: what they are refused is shared out among them, who are alike here."""
    with override_settings(SECOND_FACTOR_REQUIRED=True):
        yield WithoutSecondFactor(world, targets(world.form_token, world.report), refused_in=len(ROLES))


@pytest.mark.parametrize("kind", OUTSIDE)
def test_account_from_outside_reads_nothing_of_anybody(open_portal: Portal, kind: str):
    visits = open_portal.reading(kind)
    leads = {"name of academy_lead", "work address of academy_lead"}  # named on the page "Contact"

    shown = {each.path: sorted(each.shows - leads) for each in visits if each.shows - leads}

    assert shown == {}
    assert [visit.surprise for visit in visits if visit.surprise] == []


@pytest.mark.parametrize("kind", OUTSIDE)
def test_account_from_outside_opens_no_record_list_or_file_but_its_own(open_portal: Portal, kind: str):
    opened = {visit.path for visit in open_portal.reading(kind) if visit.status == 200}
    not_public = {path for path in opened if path.startswith(("/people/", "/settings/", "/files/", "/jobs/"))}

    own = f"/people/{getattr(open_portal.actor(kind), 'person_id', None)}/"
    assert {path for path in not_public - {own} if not path.startswith("/people/me/")} == set()
    assert {"/people/me/", "/people/me/account/", "/cpd/", "/frameworks/"} <= opened


@pytest.mark.parametrize("kind", OUTSIDE)
def test_account_from_outside_changes_nothing_that_is_not_its_own(open_portal: Portal, kind: str):
    visits, before, after = open_portal.sending(kind)

    assert [visit.surprise for visit in visits if visit.surprise] == []
    assert [table for table in before if before[table] != after[table]] == []


@pytest.mark.parametrize("walker", ROLES)
def test_role_without_a_second_factor_reads_what_a_colleague_reads(strict_portal: Portal, walker: str):
    actor = strict_portal.actor(walker)
    kept = {each.what for each in strict_portal.world.secrets if actor is None or not each.may_know(actor)}

    leaks = {each.path: sorted(each.shows & kept) for each in strict_portal.reading(walker) if each.shows & kept}

    assert leaks == {}
    assert len(kept) > 10


@pytest.mark.parametrize("walker", ROLES)
def test_role_without_a_second_factor_opens_no_address_that_is_not_her_own(strict_portal: Portal, walker: str):
    visits = strict_portal.reading(walker)

    assert [each.path for each in visits if each.status == 200 and 200 not in each.expected] == []
    assert len([each for each in visits if each.status == 403]) > 10


@pytest.mark.parametrize("walker", ROLES)
def test_role_without_a_second_factor_changes_nothing_of_anybody_else(strict_portal: Portal, walker: str):
    visits, before, after = strict_portal.sending(walker)

    assert {visit.status for visit in visits} == {403}
    assert [table for table in before if before[table] != after[table]] == []


def test_facts_other_apps_are_told_hold_no_word_somebody_keeps_to_herself(world: MarkedWorld):
    told = facts_of(world.people, on=NOW.date(), keys=[family.name for family in declared()])
    said, known = repr(told), {family_of(fact.key) for facts in told.values() for fact in facts}

    assert [secret.what for secret in world.secrets if secret.word in said] == []
    assert [family for family in KNOWN_OF if family not in known] == []
