from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from academy.engines.access import permissions
from academy.engines.access.permissions import SIGNED_IN, Permission, giver
from academy.engines.documents import declarations
from academy.engines.documents.declarations import Asked, DocumentContent, DocumentKind, declare
from academy.engines.notify import doorbell
from academy.identity.models import Person

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Letter(DocumentContent):
    """What the letter of these tests says."""


def letter(asked: Asked) -> Letter:
    return Letter(
        title=f"A letter {asked.choices.get('part', '')}".strip(),
        author="Amara Osei",
        running="Amara Osei · A letter",
        made_at=asked.at,
        file_name="letter",
        policy="Everyday Learning (2026)",
    )


@pytest.fixture(autouse=True)
def _in_memory(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


@pytest.fixture(autouse=True)
def rung(monkeypatch):
    """Rows rung for, instead of messages."""
    ids = []
    monkeypatch.setattr(doorbell.current_app, "send_task", lambda task, args, **more: ids.append((task, args[0])))
    return ids


@pytest.fixture
def kind(monkeypatch) -> DocumentKind:
    """A letter anybody may have who is signed in; its template is the bare paper."""
    monkeypatch.setattr(declarations, "_kinds", {})
    permission = Permission("tests.letter.have", "Have a letter", givers=(SIGNED_IN,))
    monkeypatch.setitem(permissions._declared, permission.code, permission)
    made = DocumentKind(
        name="tests.letter",
        title="Your letter",
        template="documents/paper.html",
        build=letter,
        permission=permission.code,
    )
    declare(made)
    return made


@pytest.fixture
def portrait(monkeypatch, kind) -> DocumentKind:
    """A letter made of a person; whoever is that person may have it."""
    permission = Permission("tests.portrait.have", "Have a portrait", givers=(herself,))
    monkeypatch.setitem(permissions._declared, permission.code, permission)
    made = replace(kind, name="tests.portrait", permission=permission.code, subject="identity.Person")
    declare(made)
    return made


@giver("the person herself")
def herself(actor, thing):
    return isinstance(thing, Person) and thing.pk == actor.person_id
