"""Names of the writer's private list, found as whole words, whatever their accents and capitals."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from academy.engines.guard.choices import HitKind
from academy.engines.guard.rules.hits import Hit, hit
from academy.engines.guard.rules.words import ALSO_WORDS, FOLLOW_WORDS, TITLES

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
        here = words[number : number + MOST_PARTS]
        found = _longest(known.get(_stem(here[0][0], known), ()), plain, here)
        parts, listed = found or ((), "")
        if found and _is_name(text[places[here[0].start()]], parts, here):
            start, end = places[here[0].start()], places[here[len(parts) - 1].end() - 1] + 1
            yield hit(HitKind.NAME, text, start=start, end=end, listed=listed)
        number += len(parts) if found else 1


def _stem(word: str, known: dict[str, list[Listed]]) -> str:
    """The word, or what it is without the s of a possessive that lost its apostrophe."""
    bare = word.removesuffix("s")
    return bare if word not in known and bare in known and not _needs_capital(bare) else word


def _is_name(first: str, parts: tuple[str, ...], words: Sequence[re.Match[str]]) -> bool:
    """Names that are words as well need their capital, and are words before “you” or “the” all the same."""
    if not all(map(_needs_capital, parts)):
        return True
    after = words[len(parts)][0] if len(words) > len(parts) else ""
    return first.isupper() and not (len(parts) == 1 and after in FOLLOW_WORDS)


def _longest(candidates: Sequence[Listed], plain: str, words: Sequence[re.Match[str]]) -> Listed | None:
    for parts, listed in candidates:
        here = words[: len(parts)]
        said = tuple(word[0] for word in here)
        if (said == parts or said == (f"{parts[0]}s",)) and _are_joined(plain, here):
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
