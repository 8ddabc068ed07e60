"""A state as people see it: a word, a shape and, from the shape, a colour. Never a colour alone (ADR 0002).

Pure: an app's `choices.py` may import this and nothing else of the project.
"""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """The five shapes. Not yet is grey, never red; late is for what is overdue or a promise broken."""

    MET = "met"
    DOING = "doing"
    AGEING = "ageing"
    NOT_YET = "notyet"
    LATE = "late"


@dataclass(frozen=True)
class State:
    """What a state is called and which shape it wears, for example State("Kept", Shape.MET)."""

    word: str
    shape: Shape

    def __str__(self) -> str:
        return self.word
