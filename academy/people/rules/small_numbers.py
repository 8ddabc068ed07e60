"""Totals that tell of nobody: small numbers are hidden, and nothing shown lets a reader work them out (D7-11). Pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """The numbers as they may be shown; None is hidden. `total` is hidden where it would give one of them away."""

    cells: tuple[int | None, ...]
    total: int | None


def shown(counts: Sequence[int], *, least: int) -> Shown:
    """Hide every number above 0 and below `least`. While one hidden number, or hidden numbers that together stay below
    `least`, could be had by taking the others from the total, the smallest number still shown is hidden as well; where
    none is left, the total is hidden."""
    total = sum(counts)
    if total < least:
        return Shown((None,) * len(counts), None)
    hidden = {place for place, count in enumerate(counts) if 0 < count < least}
    open_places = sorted(
        (place for place, count in enumerate(counts) if count and place not in hidden), key=lambda each: counts[each]
    )
    while hidden and not _is_safe([counts[place] for place in hidden], least) and open_places:
        hidden.add(open_places.pop(0))
    is_safe = not hidden or _is_safe([counts[place] for place in hidden], least)
    cells = tuple(None if place in hidden else count for place, count in enumerate(counts))
    return Shown(cells, total if is_safe else None)


def _is_safe(hidden: Sequence[int], least: int) -> bool:
    return len(hidden) > 1 and sum(hidden) >= least
