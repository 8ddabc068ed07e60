"""A kind of import whose rows are words; taking in remembers them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile

from academy.engines.access import permissions
from academy.engines.access.permissions import SIGNED_IN, Permission
from academy.engines.imports import declarations
from academy.engines.imports.declarations import ImportKind, Outcome, declare
from academy.engines.imports.rules.rows import Column, Fault
from academy.engines.imports.services.imports import upload
from academy.engines.jobs.running import run
from academy.engines.notify import doorbell
from academy.identity.models import User
from tests.factories.identity import UserFactory, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)


@dataclass
class Words:
    """A kind that takes in words and knows those it took in before."""

    taken: list = field(default_factory=list)

    def commit(self, batch):
        said = [row["word"] for row in batch.rows]
        new = [word for word in said if word not in self.taken]
        self.taken += new
        return Outcome(added=len(new), known=len(said) - len(new))

    @staticmethod
    def checker(by):
        return lambda values: [Fault("word", "Write a word.")] if values["word"] == "bad" else []


@dataclass
class Clerk:
    """Somebody with an account who uploads words and takes them in."""

    user: User
    kind: ImportKind
    words: Words

    @property
    def by(self):
        return actor_of(self.user.person)

    def uploads(self, content=b"word\none\nbad\ntwo\n", *, at=AT, name="words.csv", check=True):
        made = upload(kind=self.kind, file=ContentFile(content, name=name), by=self.by, at=at)
        if check:
            self.work(made, at=at)
        return made

    def work(self, made, *, at=AT):
        """What a worker does next for it."""
        made.refresh_from_db()
        run(made.job_id, clock=lambda: at)
        made.refresh_from_db()


@pytest.fixture(autouse=True)
def rung(monkeypatch):
    ids = []
    monkeypatch.setattr(doorbell.current_app, "send_task", lambda task, args, **more: ids.append((task, args[0])))
    return ids


@pytest.fixture
def clerk(db, monkeypatch) -> Clerk:
    monkeypatch.setattr(declarations, "_kinds", {})
    permission = Permission("tests.words.take", "Take in words", givers=(SIGNED_IN,))
    monkeypatch.setitem(permissions._declared, permission.code, permission)
    words = Words()
    kind = ImportKind(
        name="tests.words",
        title="Your words",
        columns=(Column("word", "Word", required=True),),
        checker=words.checker,
        commit_rows=words.commit,
        permission=permission.code,
        done_url_name="jobs:job",
    )
    declare(kind)
    return Clerk(UserFactory(), kind, words)
