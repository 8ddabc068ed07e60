"""How much room words take in a picture, wrapping and shortening them. Pure.

The widths are those of the sans-serif letters of the portal, a little generously, in units of a picture with text of
13 units; nothing is measured in a browser.
"""

from collections.abc import Sequence

SIZE = 13
MORE = "…"
TAIL = " ,.;:-–/"
NARROW = frozenset("ijlIfrt.,:;'’‘|!()[]/- ")
BROAD = frozenset("mwMWQO@%—…")
BOLD = 1.07
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


def width_of(words: str, *, size: float = SIZE, bold: bool = False) -> float:
    """How wide words stand at a size."""
    return sum(_letter(each) for each in words) * size * (BOLD if bold else 1)


def shortened(words: str, room: float, *, size: float = SIZE, bold: bool = False) -> str:
    """The words, or as many letters of them as there is room for and an ellipsis."""
    if width_of(words, size=size, bold=bold) <= room:
        return words
    kept = words
    while kept and width_of(kept + MORE, size=size, bold=bold) > room:
        kept = kept[:-1].rstrip(TAIL)
    whole = kept[: kept.rfind(" ") + 1].rstrip(TAIL)
    cut = words[: len(kept) + 1].strip() != kept
    return (whole if cut and len(whole) >= len(kept) / 2 else kept) + MORE


def fitting(choices: Sequence[str], room: float, *, bold: bool = False) -> str:
    """The first of these that has room, else the last of them shortened."""
    found = next((each for each in choices if width_of(each, bold=bold) <= room), None)
    return found if found is not None else shortened(choices[-1], room, bold=bold)


def wrapped(words: str, room: float, *, lines: int, size: float = SIZE, bold: bool = False) -> tuple[str, ...]:
    """The words in at most so many lines, the last one shortened; a word too long for a line is shortened too."""
    made: list[str] = []
    waiting = words.split()
    while waiting and len(made) < lines - 1:
        taken = _taken(waiting, room, size=size, bold=bold)
        made.append(shortened(" ".join(waiting[:taken]), room, size=size, bold=bold))
        waiting = waiting[taken:]
    if waiting:
        made.append(shortened(" ".join(waiting), room, size=size, bold=bold))
    return tuple(made)


def longest_word(words: str, *, size: float = SIZE, bold: bool = False) -> float:
    """The room its longest word takes."""
    return max((width_of(each, size=size, bold=bold) for each in words.split()), default=0.0)


def in_numbers(number: int) -> str:
    """A number at the beginning of a sentence: Four, 14."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _letter(each: str) -> float:
    if each in NARROW:
        return 0.36
    if each in BROAD:
        return 0.88
    return 0.68 if each.isupper() else 0.555


def _taken(words: Sequence[str], room: float, *, size: float, bold: bool) -> int:
    taken = 1
    while taken < len(words) and width_of(" ".join(words[: taken + 1]), size=size, bold=bold) <= room:
        taken += 1
    return taken
