"""On which rungs somebody stood and for how long, from the terms of her posts. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """Days on one rung in one post, both inclusive; `last` is None while it goes on."""

    post: int
    rung: str
    first: date
    last: date | None


def latest_of(stretches: Iterable[Stretch]) -> dict[str, Stretch]:
    """The latest unbroken stretch on each rung. They come in any order; those of one post that follow each other on the
    same rung are one, whatever else changed between them."""
    found: list[Stretch] = []
    for each in sorted(stretches, key=lambda stretch: (stretch.post, stretch.first)):
        if found and _goes_on(found[-1], each):
            found[-1] = replace(found[-1], last=each.last)
        else:
            found.append(each)
    found.sort(key=lambda stretch: (stretch.last or date.max, stretch.first))
    return {each.rung: each for each in found}


def _goes_on(before: Stretch, after: Stretch) -> bool:
    same = (before.post, before.rung) == (after.post, after.rung)
    return same and before.last is not None and before.last + ONE_DAY == after.first
