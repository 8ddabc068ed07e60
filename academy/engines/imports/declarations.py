"""Kinds of import: each app declares what a file may hold, what is checked, and what taking it in does."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from academy.engines.imports.models import Import
from academy.engines.imports.rules.rows import Column, Fault
from academy.identity.actor import Actor

Values = Mapping[str, Any]
# Judges the rows of one file in their order; made anew for each file, so it may remember what it saw.
Check = Callable[[Values], list[Fault]]
# Says in a word or two what taking in a good row will do, by the judge that has just found it good.
Effect = Callable[[Any, Values], str]


@dataclass(frozen=True)
class Outcome:
    """How many rows became something new, and how many were there before."""

    added: int
    known: int


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Rows to be taken in as one act, for whom, and the import they came by."""

    upload: Import
    rows: Iterable[Values]
    by: Actor
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ImportKind:
    """`app.noun`; `checker` loads once what the check of every row needs; `commit_rows` writes all rows in the running
    transaction and leads to the same end however often a row comes. `done_url_name` is the address of the result. With
    `effect` the page counts and lists what each good row will do before anything is taken in.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    checker: Callable[[Actor], Check]
    commit_rows: Callable[[Batch], Outcome]
    permission: str
    done_url_name: str
    effect: Effect | None = None


_kinds: dict[str, ImportKind] = {}


def declare(*kinds: ImportKind) -> None:
    """Make kinds known; a name declared twice is a bug."""
    for kind in kinds:
        if kind.name in _kinds:
            raise RuntimeError(f"Two kinds of imports are called {kind.name}.")
        _kinds[kind.name] = kind


def kind_called(name: str) -> ImportKind:
    """The kind of this name; asking for an unknown one is a bug."""
    return _kinds[name]
