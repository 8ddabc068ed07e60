"""Permissions: one plain sentence each, and the givers that give it. A permission nobody gives is held by nobody.

A giver is a named predicate over an actor and a thing ("her line manager on the day", "academy lead of its
organisation"). A permission is held when any of its givers says so; the matrix of permissions and givers is printed to
`docs/generated/permissions.md`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import rules

from academy.identity.actor import Actor

Judge = Callable[[Actor, object], bool]


@dataclass(frozen=True)
class Giver:
    """A reason to be allowed something: a name for the matrix and a pure judgement."""

    name: str
    judge: Judge


@dataclass(frozen=True)
class Permission:
    """`app.noun.verb`, the sentence a person reads, and who is given it."""

    code: str
    says: str
    givers: tuple[Giver, ...]


_declared: dict[str, Permission] = {}


def giver(name: str) -> Callable[[Judge], Giver]:
    """Name a judgement, so that the matrix can show it."""

    def make(judge: Judge) -> Giver:
        return Giver(name, judge)

    return make


def declare(*permissions: Permission) -> tuple[Permission, ...]:
    """Make permissions known; a code declared twice is a bug."""
    for permission in permissions:
        if permission.code in _declared:
            raise RuntimeError(f"Two permissions are called {permission.code}.")
        _declared[permission.code] = permission
        rules.add_perm(permission.code, _predicate(permission))
    return permissions


def declared() -> Iterator[Permission]:
    """Every permission there is, by code."""
    return iter(sorted(_declared.values(), key=lambda permission: permission.code))


def allows(code: str, actor: Actor, thing: object = None) -> bool:
    """May the actor do this with the thing, on her day? An undeclared code is a bug."""
    return any(each.judge(actor, thing) for each in _declared[code].givers)


def _predicate(permission: Permission) -> rules.Predicate:
    def held(actor: Actor, thing: object = None) -> bool:
        return allows(permission.code, actor, thing)

    return rules.predicate(held, name=permission.code)


@giver("anybody signed in")
def _signed_in(actor: Actor, thing: object) -> bool:
    return actor.user_id is not None


SIGNED_IN: Giver = _signed_in
