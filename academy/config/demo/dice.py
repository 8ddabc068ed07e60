"""Choices that fall the same way each time for the same seed, whatever the version of Python."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A row of choices under a seed. Nothing here is secret; it only has to be repeatable."""

    def __init__(self, *seed: object) -> None:
        self._seed = "/".join(str(part) for part in seed)
        self._thrown = 0

    def below(self, number: int) -> int:
        """A whole number from 0 up to, not at, the number."""
        self._thrown += 1
        digest = hashlib.sha256(f"{self._seed}#{self._thrown}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % number

    def between(self, first: int, last: int) -> int:
        """A whole number from the first to the last, both included."""
        return first + self.below(last - first + 1)

    def happens(self, percent: int) -> bool:
        """Does something fall that falls so many times in a hundred?"""
        return self.below(100) < percent

    def pick(self, things: Sequence[T]) -> T:
        return things[self.below(len(things))]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """The same things in another order."""
        left = list(things)
        return [left.pop(self.below(len(left))) for _ in range(len(left))]
