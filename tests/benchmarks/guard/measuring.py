"""How well the guard finds what it is to find: labelled sentences, precision and recall by kind. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from academy.engines.guard.choices import HitKind
from academy.engines.guard.rules import hits_in

NAMES = (
    *("Margaret Ellis", "Zoë", "Siân O’Connor", "Łukasz Smith-Jones", "Will Grant"),
    *("Jo Ng", "Adebayo Okonkwo", "Hope Winter"),
)
MASKS = ("LAS-999999", "AA99/9999", "99-9999999")
_LABEL = re.compile(r"\{([a-z_]+):([^}]*)\}")


@dataclass(frozen=True)
class Sentence:
    """A sentence without its labels, and where something of which kind stands in it."""

    text: str
    labels: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Score:
    """How many there are, how many were found, how many hits there were and how many of them were right."""

    labelled: int
    found: int
    hits: int
    right: int

    @property
    def precision(self) -> float:
        """Of what was found, how much is there."""
        return self.right / self.hits if self.hits else 1.0

    @property
    def recall(self) -> float:
        """Of what is there, how much was found."""
        return self.found / self.labelled if self.labelled else 1.0


def sentences() -> list[Sentence]:
    """All labelled sentences: one in a line, labels as {kind:words}, ⏎ for a line's end inside a sentence."""
    files = sorted(Path(__file__).parent.glob("*.txt"))
    lines = (line for file in files for line in file.read_text("utf-8").splitlines())
    return [_read(line) for line in lines if line and not line.startswith("#")]


def _read(line: str) -> Sentence:
    text, labels, rest = "", [], 0
    for label in _LABEL.finditer(line):
        text += line[rest : label.start()]
        labels.append((label[1], len(text), len(text) + len(label[2])))
        text += label[2]
        rest = label.end()
    return Sentence((text + line[rest:]).replace("⏎", "\n"), tuple(labels))


def scores(labelled: Iterable[Sentence]) -> dict[str, Score]:
    """By kind, and over all under “overall”. What overlaps a label of its kind is right; each label counts once."""
    counts: Counter[tuple[str, str]] = Counter()
    for sentence in labelled:
        counts.update(_counted(sentence))
    kinds = [kind.value for kind in HitKind]
    told = {kind: Score(*(counts[kind, what] for what in ("labelled", "found", "hits", "right"))) for kind in kinds}
    every = told.values()
    sums = (sum(getattr(score, name) for score in every) for name in ("labelled", "found", "hits", "right"))
    return {**told, "overall": Score(*sums)}


def _counted(sentence: Sentence) -> Iterator[tuple[str, str]]:
    hits = [(hit.kind, hit.start, hit.end) for hit in hits_in(sentence.text, names=NAMES, masks=MASKS)]
    for spans, others, every, good in (
        (sentence.labels, hits, "labelled", "found"),
        (hits, sentence.labels, "hits", "right"),
    ):
        for kind, start, end in spans:
            yield kind, every
            if any(other == kind and begins < end and start < ends for other, begins, ends in others):
                yield kind, good


def misses(labelled: Iterable[Sentence]) -> Iterator[str]:
    """Each sentence in which something was not found, or something was found that is not there."""
    for sentence in labelled:
        counts = Counter(what for _, what in _counted(sentence))
        if counts["labelled"] != counts["found"] or counts["hits"] != counts["right"]:
            found = [f"{hit.kind} “{hit.text}”" for hit in hits_in(sentence.text, names=NAMES, masks=MASKS)]
            yield f"{sentence.text!r}: found {', '.join(found) or 'nothing'}"
