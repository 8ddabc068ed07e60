"""Names of the writer's private list, found as whole words, whatever their accents and capitals."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from academy.engines.guard.choices import HitKind
from academy.engines.guard.rules.hits import Hit, hit
from academy.engines.guard.rules.words import ALSO_WORDS, TITLES

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[ \u00a0\n\-'.]{1,3}")
MOST_PARTS = 12  # of a name
Listed = tuple[tuple[str, ...], str]  # the parts of a name, and the name as she listed it
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "’": "'", "ʼ": "'", "‘": "'"}


def names_in(text: str, names: Sequence[str]) -> Iterator[Hit]:
    """Each name as listed, with hyphen, line break or point between its parts, and each part of it alone.

    A possessive is the name. Titles and single letters alone are nobody; a part that is a common word is the name only
    where it has its capital.
    """
    known = _known(names)
    if not known:
        return
    plain, places = _folded(text)
    words = list(_WORD.finditer(plain))
    number = 0
    while number < len(words):
        found = _longest(known.get(words[number][0], ()), plain, words[number : number + MOST_PARTS])
        if found is not None:
            parts, listed = found
            start, end = places[words[number].start()], places[words[number + len(parts) - 1].end() - 1] + 1
            if text[start].isupper() or not all(map(_needs_capital, parts)):
                yield hit(HitKind.NAME, text, start=start, end=end, listed=listed)
                number += len(parts)
                continue
        number += 1


def _longest(candidates: Sequence[Listed], plain: str, words: Sequence[re.Match[str]]) -> Listed | None:
    for parts, listed in candidates:
        here = words[: len(parts)]
        if tuple(word[0] for word in here) == parts and _are_joined(plain, here):
            return parts, listed
    return None


def _are_joined(plain: str, words: Sequence[re.Match[str]]) -> bool:
    pairs = pairwise(words)
    return all(_BETWEEN.fullmatch(plain, first.end(), second.start()) for first, second in pairs)


def _known(names: Sequence[str]) -> dict[str, list[Listed]]:
    """Names by their first word, the longest first."""
    known: dict[tuple[str, ...], str] = {}
    whole = [(tuple(_WORD.findall(_folded(name)[0])[:MOST_PARTS]), name) for name in names]
    for parts, name in whole:
        if any(len(part) > 1 for part in parts):
            known.setdefault(parts, name)
    for parts, name in whole:
        for part in parts:
            if len(part) > 1 and part not in TITLES:
                known.setdefault((part,), name)
    by_first: dict[str, list[Listed]] = {}
    for parts, name in sorted(known.items(), key=lambda each: -len(each[0])):
        by_first.setdefault(parts[0], []).append((parts, name))
    return by_first


def _needs_capital(word: str) -> bool:
    return len(word) < 3 or word in ALSO_WORDS


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The text in small letters without accents, and for each of its signs the place in the text it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for plain in _plain(sign):
            signs.append(plain)
            places.append(place)
    return "".join(signs), places


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    apart = unicodedata.normalize("NFKD", sign.casefold())
    kept = "".join(each for each in apart if not unicodedata.combining(each))
    return "".join(_LETTERS.get(each, each) for each in kept)
