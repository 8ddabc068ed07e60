"""Versions of a kind of policy in an organisation: how each stands, and each as a text to read or to begin from."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import chain, count
from typing import Any

import yaml
from django.db.models import Q
from pydantic import ValidationError

from academy.engines.reference.publishing.kinds import HEAD, PublishedKind
from academy.identity.models import Organisation
from academy.ui.states import Shape, State

WIDTH = 100


class Stands(Enum):
    """How a version stands on a day."""

    IN_FORCE = ("Holds now", Shape.MET)
    COMING = ("Begins later", Shape.DOING)
    ELSEWHERE = ("Your own holds instead", Shape.NOT_YET)
    PAST = ("Held before", Shape.NOT_YET)
    WITHDRAWN = ("Withdrawn", Shape.NOT_YET)

    @property
    def state(self) -> State:
        return State(*self.value)


@dataclass(frozen=True)
class Standing:
    """A version and how it stands; `is_for_all` is one that holds where an organisation has none of its own."""

    version: Any
    stands: Stands
    is_for_all: bool

    @property
    def is_in_force(self) -> bool:
        return self.stands is Stands.IN_FORCE

    @property
    def is_coming(self) -> bool:
        return self.stands is Stands.COMING

    @property
    def may_be_withdrawn(self) -> bool:
        """Only what a person published, and only while it holds or is still to come."""
        return bool(self.version.is_published) and self.stands in (Stands.IN_FORCE, Stands.COMING)


@dataclass(frozen=True)
class Shelf:
    """All versions of a kind an organisation may read: its own, the newest first, then those for all."""

    kind: PublishedKind
    organisation: Organisation
    on: date
    rows: tuple[Any, ...]

    @property
    def standings(self) -> list[Standing]:
        return [Standing(row, self._stands(row), row.organisation_id is None) for row in self.rows]

    @property
    def in_force(self) -> list[Standing]:
        """What holds on the day; several where lines of versions hold beside each other."""
        return [each for each in self.standings if each.is_in_force]

    def holding(self, said: Any, *, on: date) -> Any | None:
        """The version that holds on a day in the line of a version or text: own before for all, the newest first."""
        line = self.kind.line(said)
        return next((row for row in self.rows if _holds(row, on) and self.kind.line(row) == line), None)

    def without(self, version: Any) -> "Shelf":
        """The same as it would be if one version were not there."""
        return replace(self, rows=tuple(row for row in self.rows if row != version))

    def called(self, pk: str) -> Any | None:
        """The version of this id; None where the organisation has none such."""
        return next((row for row in self.rows if str(row.pk) == pk), None)

    def next_text(self, begin_from: Any | None) -> str:
        """The text the next version is begun from: what another says, from today and under a code that is free; the
        kind's example where there is none, or only the head."""
        free = self._free_code(begin_from)
        head = {"organisation": self.organisation.slug, "code": free, "valid_from": self.on}
        if begin_from is not None:
            return written({**head, **_body(self.kind, begin_from)})
        return f"{written(head)}{self.kind.example}"

    def text_of(self, version: Any) -> str:
        """A version as it is written."""
        last = {"valid_to": version.valid_to} if version.valid_to else {}
        head = {"organisation": self.organisation.slug, "code": version.code, "valid_from": version.valid_from}
        return written({**head, **last, **_body(self.kind, version)})

    def file_of(self, version: Any) -> Any | None:
        """A version as its schema reads it; None for one so old that the schema of today does not."""
        head = {name: getattr(version, name) for name in ("code", "valid_from", "valid_to")}
        said = {"organisation": self.organisation.slug, **head, **_body(self.kind, version)}
        try:
            return self.kind.schema.model_validate_json(json.dumps(said, default=str))
        except ValidationError:
            return None

    def said_by(self, version: Any | None) -> Mapping[str, Any]:
        """What a version says, as `said_in` tells a text; nothing for None."""
        if version is None:
            return {}
        file = self.file_of(version)
        return _body(self.kind, version) if file is None else said_in(file)

    def _stands(self, row: Any) -> Stands:
        if row.withdrawn_on is not None and row.withdrawn_on <= self.on:
            return Stands.WITHDRAWN
        if row.valid_from > self.on:
            return Stands.COMING
        if row == self.holding(row, on=self.on):
            return Stands.IN_FORCE
        return Stands.ELSEWHERE if row.organisation_id is None and _holds(row, self.on) else Stands.PAST

    def _free_code(self, begin_from: Any | None) -> str:
        if begin_from is not None and "code" in self.kind.apart:
            return str(begin_from.code)
        taken = {row.code for row in self.rows if row.organisation_id is not None}
        year = str(self.on.year)
        return next(each for each in chain([year], (f"{year}-{number}" for number in count(2))) if each not in taken)


def shelf_of(kind: PublishedKind, organisation: Organisation, *, on: date) -> Shelf:
    """The versions of a kind in an organisation; one query."""
    wanted = Q(organisation=organisation)
    if kind.model._meta.get_field("organisation").null:
        wanted |= Q(organisation=None)
    rows: Iterable[Any] = kind.model._default_manager.filter(wanted).select_related("published_by")
    ordered = sorted(rows, key=lambda row: (row.organisation_id is None, -row.valid_from.toordinal(), -row.pk))
    return Shelf(kind, organisation, on, tuple(ordered))


def said_in(file: Any) -> Mapping[str, Any]:
    """What a text says without its head, in plain values under the keys of the text; empty answers are left out."""
    said: Mapping[str, Any] = _filled(file.model_dump(mode="json", by_alias=True, exclude=set(HEAD)))
    return said


def written(said: Mapping[str, Any]) -> str:
    """Plain values as YAML, in their order."""
    return yaml.safe_dump(dict(said), sort_keys=False, allow_unicode=True, width=WIDTH)


def _filled(said: Any) -> Any:
    if isinstance(said, dict):
        filled = {name: _filled(value) for name, value in said.items()}
        return {name: value for name, value in filled.items() if value not in (None, "", [], {})}
    return [_filled(each) for each in said] if isinstance(said, list) else said


def _body(kind: PublishedKind, version: Any) -> dict[str, Any]:
    return {name: value for name, value in kind.says(version).items() if name not in HEAD and value is not None}


def _holds(row: Any, on: date) -> bool:
    begun = row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)
    return bool(begun and (row.withdrawn_on is None or row.withdrawn_on > on))
