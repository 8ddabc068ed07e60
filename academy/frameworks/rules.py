"""How a version stands on a day, and for whom a framework is, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from academy.frameworks.choices import Standing
from academy.ui.wording import in_a_row


@dataclass(frozen=True)
class Validity:
    """The days a version holds; `valid_to` is the last one, `withdrawn_on` the first on which it does not."""

    valid_from: date
    valid_to: date | None = None
    withdrawn_on: date | None = None


def standing_of(validity: Validity, *, on: date) -> Standing:
    """In force, coming, ended or withdrawn on a day. Source: rules.md D0-03."""
    if validity.withdrawn_on is not None and validity.withdrawn_on <= on:
        return Standing.WITHDRAWN
    if on < validity.valid_from:
        return Standing.COMING
    if validity.valid_to is not None and validity.valid_to < on:
        return Standing.ENDED
    return Standing.IN_FORCE


def in_words(codes: Iterable[str], words: Mapping[str, str], *, everybody: str) -> str:
    """ "social workers and nurses"; `everybody` when there are no codes."""
    return in_a_row(words.get(code, code) for code in codes) or everybody
