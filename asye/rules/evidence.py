"""The evidence of a year, counted: which piece fills which line of the policy, and in which stage (D1-40 to D1-49).

Each piece counts once: it fills one line and one stage. What is counted is no judgement, and no outcome follows from it
(D1-54). Nothing here knows today.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from academy.ui.states import Shape, State
from asye.rules.parts_of_policy import EvidenceLine


@dataclass(frozen=True)
class Piece:
    """Something that can count: what it is, its day, from whom or by whom, and the stage it was named in, where it was.

    `source` is its own name ("evidence:12"), by which two of one day keep their order.
    """

    source: str
    counts: str
    on: date
    of: str = ""
    by: str = ""
    stage: str = ""


@dataclass(frozen=True)
class Count:
    """How many there are of how many; more is never less."""

    have: int
    least: int

    @property
    def is_met(self) -> bool:
        return self.have >= self.least

    @property
    def missing(self) -> int:
        return max(self.least - self.have, 0)

    @property
    def state(self) -> State:
        if self.is_met:
            return State("Met", Shape.MET)
        return State("In progress", Shape.DOING) if self.have else State("Not yet", Shape.NOT_YET)


@dataclass(frozen=True)
class Counted:
    """One line of the policy: over the year, by stage, and the pieces that fill it by their days, each in its stage."""

    line: EvidenceLine
    year: Count
    stages: Mapping[str, Count]
    pieces: tuple[Piece, ...]

    @property
    def is_met(self) -> bool:
        """Enough over the year, and in each stage that asks for its own."""
        return self.year.is_met and all(each.is_met for each in self.stages.values())


def counted(lines: Sequence[EvidenceLine], pieces: Iterable[Piece], days: Mapping[str, date]) -> tuple[Counted, ...]:
    """Every line with what fills it. `days` says by code when each stage ends: the day of its review.

    Pieces are taken by their days; each goes to the first line it fits that lacks one in its stage, else to the first
    that lacks one over the year, else to the first it fits. Its stage is the one it was named in, else that of its day;
    what came after the last stage belongs to the last.
    """
    taken: list[list[tuple[Piece, str]]] = [[] for _ in lines]
    for piece in sorted(pieces, key=lambda each: (each.on, each.source)):
        fits = [place for place, line in enumerate(lines) if fills(piece, line)]
        if fits:
            place = min(fits, key=lambda at: (_full(lines[at], taken[at], piece, days=days), at))
            taken[place].append((piece, stage_of(piece, lines[place], days)))
    return tuple(_counted(line, found) for line, found in zip(lines, taken, strict=True))


def fills(piece: Piece, line: EvidenceLine) -> bool:
    """Is it of the kind the line counts, from those and by those it names?"""
    return piece.counts == line.counts and (not line.of or piece.of in line.of) and (not line.by or piece.by in line.by)


def stage_of(piece: Piece, line: EvidenceLine, days: Mapping[str, date]) -> str:
    """The stage of the line a piece belongs to; none where the line has none."""
    if piece.stage in line.stages:
        return piece.stage
    stages = sorted((code for code in line.stages if code in days), key=lambda code: (days[code], code))
    return next((code for code in stages if piece.on <= days[code]), stages[-1] if stages else "")


def _full(line: EvidenceLine, found: Sequence[tuple[Piece, str]], piece: Piece, *, days: Mapping[str, date]) -> int:
    """Whether a line needs it: 0 for its stage, 1 for the year, 2 not at all."""
    stage = stage_of(piece, line, days)
    if stage and sum(each == stage for _, each in found) < line.stages[stage]:
        return 0
    return 1 if len(found) < line.least else 2


def _counted(line: EvidenceLine, found: Sequence[tuple[Piece, str]]) -> Counted:
    stages = {code: Count(sum(each == code for _, each in found), least) for code, least in line.stages.items()}
    return Counted(
        line, Count(len(found), line.least), stages, tuple(replace(piece, stage=each) for piece, each in found)
    )
