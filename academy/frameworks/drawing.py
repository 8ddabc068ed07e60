"""The picture of a framework whose domains stand in groups: our own drawing, wide for a desk and tall for a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Protocol

from academy.frameworks.choices import DRAWN_ORDER

_CELL_HEIGHT = 64
_GAP = 12
_HEAD = 40
_LETTERS_IN_LINE = 30
_LINE_HEIGHT = 17


class Grouped(Protocol):
    """What is drawn: a domain by its code, heading and group."""

    code: str
    title: str
    group: str


@dataclass(frozen=True)
class Words:
    """A line of text and where it stands."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Cell:
    """The box of one domain."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[Words, ...]


@dataclass(frozen=True)
class Band:
    """The box of one group with its domains."""

    x: int
    y: int
    width: int
    height: int
    name: Words
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Drawing:
    """Bands of domains in a box of the given size."""

    width: int
    height: int
    bands: tuple[Band, ...]

    @property
    def description(self) -> str:
        """The same in a sentence for each group."""
        return " ".join(
            f"{band.name.text}: {'; '.join(' '.join(line.text for line in cell.lines) for cell in band.cells)}."
            for band in self.bands
        )


def wide(domains: Sequence[Grouped]) -> Drawing | None:
    """Groups side by side; None when the domains are not grouped."""
    groups = _groups(domains)
    if not groups:
        return None
    width = (960 - _GAP * (len(groups) - 1)) // len(groups)
    height = _HEAD + max(len(members) for _, members in groups) * (_CELL_HEIGHT + _GAP) + _GAP
    bands = [
        _band(name, members, at=((width + _GAP) * number, 0), size=(width, height))
        for number, (name, members) in enumerate(groups)
    ]
    return Drawing(960, height, tuple(bands))


def tall(domains: Sequence[Grouped]) -> Drawing | None:
    """Groups one below the other; None when the domains are not grouped."""
    bands: list[Band] = []
    y = 0
    for name, members in _groups(domains):
        height = _HEAD + len(members) * (_CELL_HEIGHT + _GAP) + _GAP
        bands.append(_band(name, members, at=(0, y), size=(340, height)))
        y += height + _GAP
    return Drawing(340, y - _GAP, tuple(bands)) if bands else None


def _groups(domains: Sequence[Grouped]) -> list[tuple[str, list[Grouped]]]:
    names = list(dict.fromkeys(domain.group for domain in domains))
    if "" in names:
        return []
    order = {name: number for number, name in enumerate(DRAWN_ORDER)}
    names.sort(key=lambda name: order.get(name, len(order)))
    return [(name, [domain for domain in domains if domain.group == name]) for name in names]


def _band(name: str, members: Sequence[Grouped], *, at: tuple[int, int], size: tuple[int, int]) -> Band:
    x, y = at
    width, height = size
    cells = [
        _cell(domain, x=x + _GAP, y=y + _HEAD + number * (_CELL_HEIGHT + _GAP), width=width - 2 * _GAP)
        for number, domain in enumerate(members)
    ]
    return Band(x, y, width, height, name=Words(name, x + _GAP, y + 26), cells=tuple(cells))


def _cell(domain: Grouped, *, x: int, y: int, width: int) -> Cell:
    lines = wrap(f"{domain.code} {domain.title}", _LETTERS_IN_LINE)
    top = y + (_CELL_HEIGHT - _LINE_HEIGHT * len(lines)) // 2 + 13
    words = [Words(text, x + _GAP, top + number * _LINE_HEIGHT) for number, text in enumerate(lines)]
    return Cell(x, y, width, _CELL_HEIGHT, lines=tuple(words))
