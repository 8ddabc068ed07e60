"""Case numbers by an organisation's masks: “LAS-999999”, where 9 is a figure, A a letter, everything else itself.

A mask is no pattern of a lead's own making: what she writes can neither be wrong nor take long.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from academy.engines.guard.choices import LEAST_MASK_FIGURES, MOST_MASK, HitKind
from academy.engines.guard.rules.hits import Hit, hit

_SIGNS = {"9": r"\d", "A": r"[A-Za-z]"}
_DASHES = frozenset("-/")


def mask_fault(mask: str) -> str | None:
    """What is wrong with a mask, as a sentence; None for a good one."""
    if mask != mask.strip() or len(mask) > MOST_MASK:
        return f"Write the mask “{mask[:MOST_MASK]}” with at most {MOST_MASK} signs, and no space around it."
    if mask.count("9") < LEAST_MASK_FIGURES:
        return (
            f"The mask “{mask}” needs at least {LEAST_MASK_FIGURES} figures, each written as 9; else every word fits."
        )
    return None


def case_numbers_in(text: str, masks: Sequence[str]) -> Iterator[Hit]:
    """What one of the masks fits as a whole word; small and capital letters are the same."""
    for mask in masks:
        for found in _pattern(mask).finditer(text):
            yield hit(HitKind.CASE_NUMBER, text, start=found.start(), end=found.end())


@lru_cache(maxsize=256)
def _pattern(mask: str) -> re.Pattern[str]:
    signs = "".join(_sign(mask, place) for place in range(len(mask)))
    return re.compile(rf"(?<![^\W_]){signs}(?![^\W_])", re.IGNORECASE | re.ASCII)


def _sign(mask: str, place: int) -> str:
    """A dash may be a stroke; between a letter and a figure people also leave it out or put a space."""
    sign = mask[place]
    if sign not in _DASHES:
        return _SIGNS.get(sign) or re.escape(sign)
    around = mask[max(0, place - 1) : place] + mask[place + 1 : place + 2]
    return "[-/ ]?" if "9" in around and any(each.isalpha() for each in around) else "[-/]"
