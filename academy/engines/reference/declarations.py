"""Kinds of reference data: each app declares its own in its `reference.py`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from pydantic import BaseModel

from academy.engines.reference.changes import Change


@dataclass(frozen=True)
class Kind:
    """A kind of reference data and how it is loaded.

    `name` is `app.noun`; its files are `<app>/reference/<folder>/*.yaml`, each checked against `schema`. `key` is the
    natural key of a file's content and `needs` the keys of other files of this kind that must be loaded before it.
    `load(content, on=…)` writes one file's content and tells what changed; `withdraw(key, on=…)` ends from that day
    what a file held that is there no longer. Neither deletes. `after` names kinds that are loaded earlier. Raise
    `edition` when the same file is to be loaded anew because schema or loader changed.
    """

    name: str
    app: str
    folder: str
    schema: type[BaseModel]
    key: Callable[[Any], str]
    load: Callable[..., list[Change]]
    withdraw: Callable[..., list[Change]]
    needs: Callable[[Any], frozenset[str]] = field(default=lambda content: frozenset())
    after: tuple[str, ...] = ()
    edition: int = 1

    @property
    def path(self) -> Path:
        """Where its files lie."""
        return Path(apps.get_app_config(self.app).path) / "reference" / self.folder


_kinds: dict[str, Kind] = {}


def declare(*kinds: Kind) -> None:
    """Make kinds known; a name declared twice is a bug."""
    for kind in kinds:
        if kind.name in _kinds:
            raise RuntimeError(f"Two kinds of reference data are called {kind.name}.")
        _kinds[kind.name] = kind


def kinds_in_order() -> list[Kind]:
    """Every kind, each after those it names in `after`. An unknown name or a circle is a bug."""
    ordered: dict[str, Kind] = {}
    waiting = dict(sorted(_kinds.items()))
    while waiting:
        ready = [kind for kind in waiting.values() if ordered.keys() >= set(kind.after)]
        if not ready:
            raise RuntimeError(
                f"These kinds of reference data wait for each other or for unknown ones: {sorted(waiting)}."
            )
        for kind in ready:
            ordered[kind.name] = waiting.pop(kind.name)
    return list(ordered.values())


def kind_called(name: str) -> Kind:
    """The kind of this name; asking for an unknown one is a bug."""
    return _kinds[name]
