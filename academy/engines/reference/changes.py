"""What a loading changed, as it is printed and audited."""

from dataclasses import dataclass
from typing import Literal

Verb = Literal["added", "changed", "withdrawn", "returned"]


@dataclass(frozen=True)
class Change:
    """One line of the diff: what happened to which natural key, and the names of the fields."""

    verb: Verb
    key: str
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        named = f" ({', '.join(self.fields)})" if self.fields else ""
        return f"{self.verb:<9} {self.key}{named}"


def summary(changes: list[Change]) -> str:
    """How many of each, in words: "3 added, 1 changed"."""
    counts = {
        verb: sum(change.verb == verb for change in changes) for verb in ("added", "changed", "withdrawn", "returned")
    }
    return ", ".join(f"{count} {verb}" for verb, count in counts.items() if count) or "nothing changed"
