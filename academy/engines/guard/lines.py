"""The lines of a pseudonym key as they are encrypted: with whose they are, so that a row moved reads as nothing."""

import json
from collections.abc import Iterable, Sequence

from academy.engines.guard.choices import MOST_LINES, MOST_NAME, MOST_PSEUDONYM
from academy.engines.guard.known import Alias


def written(aliases: Iterable[Alias], *, writer_id: int) -> str:
    """The lines as one text, to be encrypted."""
    return json.dumps({"writer": writer_id, "lines": [[alias.pseudonym, alias.name] for alias in aliases]})


def read(text: str, *, writer_id: int) -> tuple[Alias, ...] | None:
    """The lines of a text; None for one that is another writer's."""
    said = json.loads(text)
    return tuple(Alias(*line) for line in said["lines"]) if said["writer"] == writer_id else None


def fault_of(aliases: Sequence[Alias]) -> str | None:
    """What is wrong with a key, as a sentence; None for a good one. A name may stand for one person only."""
    if len(aliases) > MOST_LINES:
        return f"A key takes {MOST_LINES} lines at most. Remove those you need no longer."
    for alias in aliases:
        if not alias.pseudonym or not alias.name:
            return f"Write both the pseudonym and the real name of “{alias.pseudonym or alias.name}”, or neither."
        if len(alias.pseudonym) > MOST_PSEUDONYM or len(alias.name) > MOST_NAME:
            return f"Use at most {MOST_PSEUDONYM} characters for a pseudonym and {MOST_NAME} for a name."
        if sum(sign.isalpha() for sign in alias.name) < 2:
            return f"“{alias.name}” is no name that could be looked for: write at least two letters."
    for said in ([alias.pseudonym for alias in aliases], [alias.name for alias in aliases]):
        if twice := _twice(said):
            return f"“{twice}” is there twice. One pseudonym stands for one person."
    return None


def _twice(words: Sequence[str]) -> str:
    folded = [word.casefold() for word in words]
    return next((word for word in words if folded.count(word.casefold()) > 1), "")
