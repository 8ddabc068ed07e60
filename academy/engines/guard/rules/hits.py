"""A hit, and how hits that overlap become one."""

from collections.abc import Iterable
from dataclasses import dataclass

from academy.engines.guard.choices import WHY, HitKind

_PRECEDENCE = {kind.value: number for number, kind in enumerate(HitKind)}


@dataclass(frozen=True)
class Hit:
    """A piece of a text that may tell who somebody is: `text[start:end]`, what kind it is, and why it was found.

    `listed` is the name of the writer's list that was found, as she listed it.
    """

    kind: str
    start: int
    end: int
    text: str
    why: str
    listed: str = ""


def hit(kind: HitKind, text: str, *, start: int, end: int, listed: str = "") -> Hit:
    """The hit at that place of the text, with the reason of its kind."""
    return Hit(kind.value, start, end, text[start:end], WHY[kind], listed)


def apart(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits in the order of the text. Of two that overlap stays the longer, then the weightier."""
    kept: list[Hit] = []
    for each in sorted(hits, key=lambda each: (each.start, -each.end, _PRECEDENCE[each.kind])):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
        elif _weight(each) > _weight(kept[-1]):
            kept[-1] = each
    return tuple(kept)


def _weight(each: Hit) -> tuple[int, int]:
    return each.end - each.start, -_PRECEDENCE[each.kind]
