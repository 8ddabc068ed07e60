"""What counts as a draft's words, and how long they are kept."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from academy.engines.drafts.choices import KEPT_DAYS, LARGEST_BYTES, NEW_KEY, NOT_WORDS, OBJECT_KEY

Payload = dict[str, list[str]]


def words_sent(fields: Iterable[tuple[str, list[str]]]) -> Payload:
    """The fields a person filled in, without what the form itself sends along.

    Null characters, which no keyboard makes and PostgreSQL refuses, are dropped.
    """
    return {
        name.replace("\0", ""): [value.replace("\0", "") for value in values]
        for name, values in fields
        if name not in NOT_WORDS
    }


def is_key(key: str) -> bool:
    """Is this the key of something new (`new-` and a UUID) or the id of a thing?"""
    return bool(NEW_KEY.match(key) or OBJECT_KEY.match(key))


def is_too_large(payload: Payload) -> bool:
    """More than 512 kB of words: no form of ours takes that much."""
    return len(json.dumps(payload, ensure_ascii=False).encode()) > LARGEST_BYTES


def due_to_expire_on(saved_on: date) -> date:
    """The last day a draft saved on this day is kept: 180 days on."""
    return saved_on + timedelta(days=KEPT_DAYS)


@dataclass(frozen=True)
class Difference:
    """One line of two texts, as the comparing page shows it; `words` is what the line is called."""

    words: str
    kept: str
    other: str

    @property
    def is_same(self) -> bool:
        return self.kept == self.other


def as_sent(payload: Payload) -> dict[str, str]:
    """The words of a form line by line, under the names of its fields; several values of a field joined by commas."""
    return {name.replace("_", " ").capitalize(): ", ".join(values) for name, values in payload.items()}


def differences(kept: Mapping[str, str], other: Mapping[str, str]) -> list[Difference]:
    """Every line of either text in the order of the form."""
    names = [*kept, *(name for name in other if name not in kept)]
    return [Difference(name, kept=kept.get(name, ""), other=other.get(name, "")) for name in names]
