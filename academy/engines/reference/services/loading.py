"""Bringing all reference data up to what the files say."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from academy.engines.reference.changes import Change
from academy.engines.reference.declarations import Kind, kinds_in_order
from academy.engines.reference.models import ReferenceFile
from academy.engines.reference.reading import BadFile, Content, Source, read, sources_of
from academy.engines.reference.services.files import load_file, withdraw_file
from academy.identity.actor import Actor


@dataclass(frozen=True)
class Loaded:
    """What became of one file."""

    kind: str
    name: str
    changes: list[Change]


def load_all(*, by: Actor, at: datetime, everything: bool = False) -> list[Loaded]:
    """Load every file that changed since it was loaded last (or every file), all or nothing.

    What was loaded once and is held by no file any more is withdrawn from the actor's day. Raises BadFile with the
    mistakes of every file, before anything is written.
    """
    loaded: list[Loaded] = []
    with transaction.atomic():
        plans = [_Plan.of(kind, everything=everything) for kind in kinds_in_order()]
        _refuse(mistake for plan in plans for mistake in plan.mistakes)
        for plan in plans:
            loaded += [Loaded(file.kind, file.name, withdraw_file(file=file, by=by, at=at)) for file in plan.gone]
            loaded += [
                Loaded(plan.kind.name, content.source.name, load_file(content=content, by=by, at=at))
                for content in _in_order(plan.contents)
            ]
    return loaded


@dataclass(frozen=True)
class _Plan:
    """What is to be done for one kind: files to load, rows whose content no file holds, and what is wrong."""

    kind: Kind
    contents: list[Content]
    gone: list[ReferenceFile]
    mistakes: list[str]

    @classmethod
    def of(cls, kind: Kind, *, everything: bool) -> "_Plan":
        known = {file.name: file for file in ReferenceFile.objects.filter(kind=kind.name, withdrawn_on__isnull=True)}
        same = set() if everything else {source.name for source in sources_of(kind) if _is_same(source, known)}
        contents, mistakes = _read(source for source in sources_of(kind) if source.name not in same)
        held = [known[name].key for name in same] + [content.key for content in contents]
        mistakes += _key_mistakes(contents, held=held)
        gone = [] if mistakes else [file for file in known.values() if file.key not in held]
        return cls(kind, contents, gone, mistakes)


def _is_same(source: Source, known: dict[str, ReferenceFile]) -> bool:
    return source.name in known and known[source.name].sha256 == source.digest()


def _read(sources: Iterable[Source]) -> tuple[list[Content], list[str]]:
    contents, mistakes = [], []
    for source in sources:
        try:
            contents.append(read(source))
        except BadFile as bad:
            mistakes += bad.mistakes
    return contents, mistakes


def _key_mistakes(contents: list[Content], *, held: list[str]) -> list[str]:
    """Keys two files hold, and files named that nobody holds."""
    mistakes = [f"{key}: two files hold it. Take one away." for key, times in Counter(held).items() if times > 1]
    return mistakes + [
        f"{content.source.name}: names {need}, which no file holds. There are: {', '.join(sorted(held))}."
        for content in contents
        for need in sorted(content.needs.difference(held))
    ]


def _refuse(mistakes: Iterable[str]) -> None:
    found = list(mistakes)
    if found:
        raise BadFile(found)


def _in_order(contents: list[Content]) -> Iterator[Content]:
    """Each file after those it needs. Files that need each other are refused with BadFile."""
    waiting = {content.key: content for content in contents}
    while waiting:
        ready = [content for content in waiting.values() if not content.needs & (waiting.keys() - {content.key})]
        if not ready:
            names = ", ".join(sorted(content.source.name for content in waiting.values()))
            raise BadFile([f"{names}: these files need each other. Let one of them stand alone."])
        for content in ready:
            del waiting[content.key]
            yield content
