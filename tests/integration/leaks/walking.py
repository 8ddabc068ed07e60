"""Walking the map of addresses as somebody: every page is asked for, every form of somebody else's is sent."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache as limits
from django.db import transaction
from django.db.models import Model
from django.test import Client

from academy.engines.access.actors import actor_for
from academy.engines.access.permissions import allows, declared
from academy.identity.actor import Actor
from academy.people import givers
from academy.people.selectors.belonging import belongings, belongings_ever
from tests.architecture.checkers.source import PRODUCT
from tests.factories.identity import TODAY
from tests.factories.people import NOW
from tests.integration.leaks import addresses as places
from tests.integration.leaks.addresses import SHOWN, Address, Target, addresses, may_know
from tests.integration.leaks.marked_world import MarkedWorld

NOT_SIGNED_IN = "nobody signed in"
AUTHOR = "report"
Rows = dict[str, list[tuple[object, ...]]]
Way = tuple[Address, Target, frozenset[int]]

# what lists keep apart
MORE = {"/people/invitations/": ("?all=1",), "/cpd/": ("?state=withdrawn",)}
# pages that come with the sign-in know no role and no record; the first of each kind of walker sees them
SEE_BROUGHT_PAGES = ("report", "nobody", NOT_SIGNED_IN)
# pieces and portfolios are many: their author and two who have a part in them read each, on the page that says most
READ_WHOLE = ("portfolio/evidence/<int:pk>/", "portfolio/<int:pk>/history/")
PARTIES = (AUTHOR, "manager", "colleague")
# the whole walk takes minutes: LEAK_WALK=whole script/test tests/integration/leaks
A_FEW = 2
IS_WHOLE = os.environ.get("LEAK_WALK") == "whole"
# whatever a form of the portal asks for, so that a form that asked nobody's leave would act
ANSWERS = {
    **dict.fromkeys(("keep", "organisation", "person", "copy", "revision"), "1"),
    **dict.fromkeys(("title", "happened", "learnt", "impact", "reason", "note", "tab"), "Zqposted"),
    "kind": "work",
    "way": "experience",
    "started_on": "10 November 2026",
    "on": "10 November 2026",
    "email": "zqposted@council.example",
    "seen": NOW.isoformat(),
}


@dataclass(frozen=True)
class Visit:
    """One answer: where, how, what it might have been, and which of the secrets it shows."""

    path: str
    status: int
    expected: frozenset[int]
    shows: frozenset[str] = frozenset()

    @property
    def surprise(self) -> str:
        """What is wrong with the answer's status; nothing when it is as expected."""
        may_be = " or ".join(map(str, sorted(self.expected)))
        return "" if self.status in self.expected else f"{self.path} answers {self.status}, not {may_be}"


@dataclass
class Portal:
    """The world and the things its addresses can name. Each walker reads everything once for all tests.

    Of what is to be refused each walker tries one in `refused_in`: many who are alike share it out among them.
    """

    world: MarkedWorld
    targets: dict[tuple[str, frozenset[str]], list[Target]]
    refused_in: int = 5
    reading: Callable[[str], list[Visit]] = field(init=False)

    def __post_init__(self) -> None:
        self.reading = cache(self._read)

    @cached_property
    def walkers(self) -> list[str]:
        """Who walks: of those whom every permission treats alike one, in the whole walk everybody; and a stranger."""
        alike: dict[frozenset[object], str] = {}
        with _judged_once():
            for name in self.world.accounts:
                alike.setdefault(frozenset([name]) if IS_WHOLE else self._allowed(name), name)
        return [*alike.values(), NOT_SIGNED_IN]

    def _allowed(self, walker: str) -> frozenset[object]:
        actor = self.actor(walker)
        things = [None, *self.world.subjects]
        return frozenset(
            (permission.code, place)
            for permission in declared()
            for place, thing in enumerate(things)
            if actor and allows(permission.code, actor, thing)
        )

    def actor(self, walker: str) -> Actor | None:
        """The walker as she is today; None for somebody not signed in."""
        user = self.world.accounts.get(walker)
        return actor_for(user=user, on=TODAY) if user else None

    def browser(self, walker: str) -> Client:
        limits.clear()
        client = Client()
        user = self.world.accounts.get(walker)
        if user is not None:
            client.force_login(user)
        return client

    def sending(self, walker: str) -> tuple[list[Visit], Rows, Rows]:
        """Every form about what is not for the walker to change, sent; with all rows before and after."""
        visits = []
        with transaction.atomic():
            client = self.browser(walker)
            before = rows()
            for address, target, expected in self._asked("post", walker):
                if walker == NOT_SIGNED_IN or not expected & SHOWN:
                    path = address.at(target)
                    visits.append(Visit(path, client.post(path, ANSWERS).status_code, expected))
            after = rows()
            transaction.set_rollback(True)
        return visits, before, after

    def _read(self, walker: str) -> list[Visit]:
        visits = []
        with transaction.atomic():
            client = self.browser(walker)
            for address, target, expected in self._asked("get", walker):
                path = address.at(target)
                visits += [self._visit(client, f"{path}{query}", expected) for query in ("", *MORE.get(path, ()))]
            transaction.set_rollback(True)
        return visits

    def _visit(self, client: Client, path: str, expected: frozenset[int]) -> Visit:
        response = client.get(path)
        said = f"{response.headers}{_words(response)}"
        shown = frozenset(secret.what for secret in self.world.secrets if secret.word in said)
        return Visit(path, response.status_code, expected, shown)

    def _asked(self, method: str, walker: str) -> list[Way]:
        """What to ask for, with what the answer may be."""
        actor = self.actor(walker)
        with _judged_once():
            ways = [
                (address, target, address.expected(actor, target))
                for address in addresses()
                if address.answers(method) and self._sees(address, method, walker)
                for target in self._things(address, actor, walker=walker, method=method)
            ]
        return [way for place, way in enumerate(ways) if self._is_in_turn(way, place + self._turn(walker))]

    def _is_in_turn(self, way: Way, turn: int) -> bool:
        """Of what is to be refused each walker tries a part, but all of what tells most."""
        _, target, expected = way
        is_refused = not expected & SHOWN
        return IS_WHOLE or not is_refused or turn % self.refused_in == 0 or target.thing in self.world.telling

    def _turn(self, walker: str) -> int:
        return [*self.world.accounts, NOT_SIGNED_IN].index(walker)

    def _sees(self, address: Address, method: str, walker: str) -> bool:
        if address.is_brought:
            return method == "get" and walker in SEE_BROUGHT_PAGES
        return method == "get" or not address.view.public

    def _things(self, address: Address, actor: Actor | None, *, walker: str, method: str) -> list[Target]:
        found = self._ways(address, actor)
        is_whole = method == "get" and address.path in READ_WHOLE and walker in PARTIES
        return found if is_whole else self._some(found, walker, method)

    def _some(self, found: list[Target], walker: str, method: str) -> list[Target]:
        """Of many things a few, other ones for each walker, and to read always those that hold most of the secrets.

        So every walker meets every address, and every address every thing, without everybody meeting everything. What
        is her own the author of the secrets reads whole: else nobody would know that the pages do show them.
        """
        if IS_WHOLE or len(found) <= A_FEW:
            return found
        some = {0} | {(self._turn(walker) * A_FEW + step) % len(found) for step in range(A_FEW)}
        subjects = self.world.subjects if walker == AUTHOR else self.world.telling
        told = [each for each in found if method == "get" and each.thing in subjects]
        return [each for place, each in enumerate(found) if place in some or each in told]

    def _ways(self, address: Address, actor: Actor | None) -> list[Target]:
        """The things to ask for at an address; one that names none is about the walker herself or about nothing."""
        if address.names:
            return self.targets.get(address.key, [])
        person = (
            self.world.people.get(actor.person_id) if actor and actor.person_id and address.about == "Person" else None
        )
        return [Target(person, {})]


@contextmanager
def _judged_once() -> Iterator[None]:
    """While nothing changes, where somebody belongs and what she may know of is asked once: the walkers are judged by
    every permission and at every address about the same few people and things, and it was asked again for each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(givers, "belongings", cache(belongings))
        patch.setattr(givers, "belongings_ever", cache(belongings_ever))
        patch.setattr(places, "may_know", cache(may_know))
        yield


def rows() -> Rows:
    """Everything in our tables, those that join two others too."""
    ours = [model for model in apps.get_models(include_auto_created=True) if _is_ours(model)]
    return {model._meta.label: list(model._default_manager.order_by("pk").values_list()) for model in ours}


def _is_ours(model: type[Model]) -> bool:
    return model.__module__.partition(".")[0] in PRODUCT


def _words(response: Any) -> str:
    said: bytes = b"".join(response.streaming_content) if response.streaming else response.content
    return said.decode()
