"""How much of a file is read: a file handed in may be made to keep its reader busy for ever."""

import time
from dataclasses import dataclass, field

MOST_PAGES = 200
MOST_SIGNS = 2_000_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_TIMES = 200  # as large as it is packed; written words pack to a tenth or so
MOST_PARTS = 5000
MOST_SECONDS = 10

NAME, TEXT = "in the file’s name", "in the file’s text"
PROPERTIES, COMMENTS = "in the file’s properties", "in the file’s comments"


class Unreadable(Exception):
    """The file cannot be read, or only partly: a sentence that says so to a person."""


BEYOND = "It is longer than the portal reads"
DAMAGED = "It is damaged, locked with a password, or made in a way the portal cannot read"


@dataclass
class Reading:
    """What was read so far, by place. Raises `Unreadable` beyond the bounds of signs and time; what was read stays."""

    until: float = field(default_factory=lambda: time.monotonic() + MOST_SECONDS)
    signs: int = 0
    texts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, place: str, text: str) -> None:
        """Take in some text of a place, cut at the most that is read."""
        taken = text[: MOST_SIGNS - self.signs]
        self.signs += len(taken)
        self.texts.setdefault(place, []).append(taken)
        if len(taken) < len(text) or time.monotonic() > self.until:
            raise Unreadable(BEYOND)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Places with all of their text."""
        return tuple((place, "".join(texts)) for place, texts in self.texts.items() if any(texts))
