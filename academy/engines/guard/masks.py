"""Where an organisation's masks of case numbers come from: the app that keeps its policy registers itself."""

from collections.abc import Callable, Sequence
from datetime import date

Source = Callable[[int | None, date], Sequence[str]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Ask this source as well: from an organisation and a day to masks (rules/masks.py)."""
    _sources.append(source)


def masks_for(organisation_id: int | None, on: date) -> tuple[str, ...]:
    """All masks that hold for an organisation on a day."""
    return tuple(dict.fromkeys(mask for source in _sources for mask in source(organisation_id, on)))
