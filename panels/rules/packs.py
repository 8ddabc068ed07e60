"""The pack of a sampled case as it leaves the employer: one value of words, cleared of whom they name. Pure (D1-65).

It hides too much rather than too little; what no rule sees, whoever clears the pack names, and reads it all once more.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from academy.engines.guard.choices import HitKind
from academy.engines.guard.rules import hits_in
from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.rules.decisions import refused
from portfolios.rules.content import Named
from portfolios.rules.nameless import hiding

HIDDEN = "somebody or something not named here"
MOST_HIDDEN, LEAST_SIGNS = 60, 2
Line = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class PackPart:
    """One part: short facts, and what somebody wrote under a heading."""

    title: str
    facts: tuple[Line, ...] = ()
    texts: tuple[Line, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pack:
    """All parts of one case, in their order."""

    parts: tuple[PackPart, ...]

    @property
    def content(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    @property
    def sha256(self) -> str:
        """The fingerprint of its words: what was read is told from what was not."""
        said = json.dumps(json.loads(json.dumps(self.content)), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()


def pack_in(content: Mapping[str, Any]) -> Pack:
    """The pack that was kept so."""
    return Pack(parts=tuple(_part(each) for each in content["parts"]))


def without_whom(pack: Pack, names: Iterable[Named], *, masks: tuple[str, ...] = ()) -> Pack:
    """The pack with every name replaced by what stands for it, and with whatever else the guard finds: numbers,
    addresses, telephones, case numbers by the organisation's masks (D7-01)."""
    hide = hiding(names)

    def clear(text: str) -> str:
        return _without_hits(hide(text), masks)

    return Pack(parts=tuple(_cleared(each, clear) for each in pack.parts))


def names_said(lines: str) -> tuple[Named, ...]:
    """What whoever clears it wants hidden besides, a line each, exactly as written there."""
    said = dict.fromkeys(line.strip() for line in lines.splitlines())
    return tuple(Named(name=each, instead=HIDDEN, is_whole=True) for each in said if each)


def can_clear(*, lines: str, seen: str, stands: str, is_read: bool) -> Decision:
    """May it leave? Every word of it was read: what she saw is what stands, with whatever she wanted hidden besides."""
    said = names_said(lines)
    if len(said) > MOST_HIDDEN or any(len(each.name) < LEAST_SIGNS for each in said):
        return refused(f"Write at most {MOST_HIDDEN} lines, each of {LEAST_SIGNS} signs at least.", "also")
    if seen != stands:
        return refused("It reads otherwise now than what you read. Read it once more, then say so.", "is_read")
    if not is_read:
        return refused("Read it to its end, then say that you have.", "is_read")
    return ALLOWED


def _part(said: Mapping[str, Any]) -> PackPart:
    facts, texts = (tuple((str(what), str(words)) for what, words in said[name]) for name in ("facts", "texts"))
    return PackPart(title=str(said["title"]), facts=facts, texts=texts)


def _cleared(part: PackPart, clear: Callable[[str], str]) -> PackPart:
    """Headings are the portal's own words, but for titles an employer wrote, which may name it."""
    facts = tuple((clear(what), clear(words)) for what, words in part.facts)
    texts = tuple((clear(heading), clear(words)) for heading, words in part.texts)
    return replace(part, title=clear(part.title), facts=facts, texts=texts)


def _without_hits(text: str, masks: tuple[str, ...]) -> str:
    made, last = [], 0
    for hit in hits_in(text, masks=masks):
        made += [text[last : hit.start], f"({HitKind(hit.kind).label})"]
        last = hit.end
    return "".join((*made, text[last:]))
