import pytest
import rules

from academy.engines.access import permissions
from academy.engines.access.permissions import SIGNED_IN, Permission, allows, declare, declared, giver
from academy.identity.actor import Actor
from academy.identity.choices import ActorKind
from tests.factories.identity import TODAY

AMARA = Actor(kind=ActorKind.USER, on=TODAY, label="Amara", user_id=1, person_id=11)
BELA = Actor(kind=ActorKind.USER, on=TODAY, label="Bela", user_id=2, person_id=12)
PORTAL = Actor.system("tests", on=TODAY)


@giver("whoever wrote it")
def author(actor, thing):
    return thing == actor.person_id


@giver("Bela")
def bela(actor, thing):
    return actor == BELA


@pytest.fixture(autouse=True)
def _own_permissions(monkeypatch):
    monkeypatch.setattr(permissions, "_declared", {})
    monkeypatch.setattr(rules.permissions, "permissions", rules.RuleSet())


@pytest.mark.parametrize(
    ("givers", "actor", "held"),
    [
        ((author, bela), AMARA, True),
        ((author, bela), BELA, True),
        ((author,), BELA, False),
        ((author, bela), PORTAL, False),
        ((), AMARA, False),
        ((SIGNED_IN,), AMARA, True),
        ((SIGNED_IN,), PORTAL, False),
    ],
)
def test_permission_is_held_when_one_giver_says_so(givers, actor, held):
    declare(Permission("tests.note.read", "Read a note", givers=givers))

    assert allows("tests.note.read", actor, 11) is held
    assert rules.has_perm("tests.note.read", actor, 11) is held


def test_permission_without_a_thing_is_judged_with_none():
    declare(Permission("tests.note.read", "Read a note", givers=(author,)))

    assert allows("tests.note.read", AMARA) is False
    assert rules.has_perm("tests.note.read", AMARA) is False


def test_undeclared_permission_is_a_bug():
    with pytest.raises(KeyError, match=r"tests\.note\.burn"):
        allows("tests.note.burn", AMARA)


def test_permission_declared_twice_is_a_bug():
    read = Permission("tests.note.read", "Read a note", givers=(author,))
    assert declare(read) == (read,)

    with pytest.raises(RuntimeError, match=r"Two permissions are called tests\.note\.read"):
        declare(read)


def test_declared_permissions_are_in_order_of_their_codes():
    later, sooner = (Permission(code, "Do it", givers=()) for code in ("tests.b.do", "tests.a.do"))
    declare(later, sooner)

    assert list(declared()) == [sooner, later]
