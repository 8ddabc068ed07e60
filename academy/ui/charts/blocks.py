"""A row of blocks: one for each of several things, by how it stands. It counts things and never says a share."""

from collections.abc import Sequence
from dataclasses import dataclass

from academy.ui.states import Shape

WIDTH = 722
GAP = 5


@dataclass(frozen=True)
class Blocks:
    """The shape of each block in its order, the title and the counts in words, each with its shape: "5 met"."""

    title: str
    shapes: tuple[Shape, ...]
    key: tuple[tuple[Shape, str], ...]

    @property
    def description(self) -> str:
        """The picture in words, for whoever does not see it."""
        return ", ".join(words for _, words in self.key)


@dataclass(frozen=True)
class Block:
    """Where one block stands, in units of a box 722 wide."""

    x: float
    width: float
    shape: Shape


def block_places(shapes: Sequence[Shape]) -> tuple[Block, ...]:
    """Equal blocks side by side."""
    room = WIDTH / max(len(shapes), 1)
    return tuple(Block(round(1 + number * room, 1), round(room - GAP, 1), shape) for number, shape in enumerate(shapes))
