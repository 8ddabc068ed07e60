"""Versions of what an academy lead publishes: those of an organisation, and one as a text to write the next from."""

from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from typing import Any

import yaml
from django.db.models import F, Q

from academy.engines.reference.models.version import Version
from academy.identity.models import Organisation
from academy.training.models import TrainingPolicy

WIDTH = 100


@dataclass(frozen=True)
class Standing:
    """A version and how it stands on a day: it holds, it begins later, or it held before."""

    version: Any
    text: str
    is_in_force: bool
    is_coming: bool
    is_for_all: bool


def versions_standing(model: type[Version], organisation: Organisation, *, on: date) -> list[Standing]:
    """The versions of an organisation, the newest first, and after its own those for all; one query."""
    rows = list(_of(model, organisation).select_related("published_by"))
    present = in_force(model, organisation, on=on)
    return [
        Standing(
            version=row,
            text=text_of(row, organisation=organisation),
            is_in_force=row == present,
            is_coming=row.valid_from > on,
            is_for_all=row.organisation_id is None,
        )
        for row in rows
    ]


def in_force(model: type[Version], organisation: Organisation, *, on: date) -> Any | None:
    """The version that holds for an organisation on a day: its own before that for all, the newest of several."""
    return _of(model, organisation).in_force(on).first()


def text_of(version: Any, *, organisation: Organisation) -> str:
    """A version as it is written."""
    head = {"organisation": organisation.slug, "code": version.code, "valid_from": version.valid_from}
    if version.valid_to:
        head["valid_to"] = version.valid_to
    return _written({**head, **version.content})


def _written(said: dict[str, Any]) -> str:
    return yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=WIDTH)


def _of(model: type[Version], organisation: Organisation) -> Any:
    """Own versions that were not taken back, then those for all where there are such."""
    wanted = Q(organisation=organisation)
    if model is TrainingPolicy:
        wanted |= Q(organisation=None)
    rows: Any = model._default_manager.filter(wanted, withdrawn_on__isnull=True)
    return rows.order_by(F("organisation").asc(nulls_last=True), "-valid_from", "-pk")


def next_text(model: type[Version], organisation: Organisation, *, on: date) -> str:
    """The text the next version is begun from: what holds now, under a code that is free and from today; only the head
    where nothing holds."""
    present = in_force(model, organisation, on=on)
    taken = set(_of(model, organisation).values_list("code", flat=True))
    year = str(on.year)
    later = (f"{year}-{number}" for number in count(2))
    code = next(each for each in chain([year], later) if each not in taken)
    head = {"organisation": organisation.slug, "code": code, "valid_from": on}
    return _written({**head, **(present.content if present else {})})
