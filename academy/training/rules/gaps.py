"""What is required of somebody by her places, and what of it is met, runs out soon or is missing. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from academy.engines.requirements.cases import Case, Wording
from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Result, Standing
from academy.training.rules.audience import AudienceLine, Place, is_meant
from academy.ui.wording import within


@dataclass(frozen=True)
class Required:
    """One line of a matrix: what is required, of whom, and where that stands."""

    code: str
    source: str
    audiences: tuple[AudienceLine, ...]
    requires: Node


@dataclass(frozen=True)
class Matrix:
    """What one organisation requires; `home` is its slug, whose codes the lines mean, `words` what they ask for."""

    home: str
    soon_days: int
    lines: tuple[Required, ...]
    words: Mapping[str, Wording] = field(default_factory=dict)

    def asked_of(self, places: Iterable[Place]) -> tuple[Required, ...]:
        """The lines that take in somebody with these places."""
        held = tuple(places)
        return tuple(line for line in self.lines if is_meant(held, line.audiences))

    @property
    def keys(self) -> frozenset[str]:
        """The facts all its lines are judged from."""
        return frozenset(key for line in self.lines for key in line.requires.keys(self.home))


@dataclass(frozen=True)
class GapLine:
    """One thing required of her: where that stands in writing, and how it stands with her."""

    code: str
    source: str
    result: Result

    @property
    def sentence(self) -> str:
        """The whole line: "Safeguarding Adults: not done yet." """
        return f"{self.result.what}: {within(self.result.says)}"


@dataclass(frozen=True)
class Gaps:
    """Everything required of one person, missing first, then what runs out soon, then what is met."""

    lines: tuple[GapLine, ...] = ()

    @property
    def missing(self) -> tuple[GapLine, ...]:
        """What is not met now, whether or not something is booked for it."""
        return tuple(line for line in self.lines if not line.result.is_met)

    @property
    def soon(self) -> tuple[GapLine, ...]:
        return self._standing(Standing.SOON)

    @property
    def met(self) -> tuple[GapLine, ...]:
        return self._standing(Standing.MET)

    @property
    def has_gap(self) -> bool:
        """Is something required missing now? What runs out soon is still there."""
        return bool(self.missing)

    @property
    def sentence(self) -> str:
        """All of it in a sentence: what is missing by name, else what runs out soon, else that everything is done."""
        if not self.lines:
            return "No training is required of her by name."
        if self.missing:
            return f"Mandatory training missing: {_named(self.missing)}."
        if self.soon:
            return f"Mandatory training runs out soon: {_named(self.soon)}."
        return "All mandatory training is done."

    def _standing(self, standing: Standing) -> tuple[GapLine, ...]:
        return tuple(line for line in self.lines if line.result.standing is standing)


_ORDER = {Standing.NOT_YET: 0, Standing.IN_PROGRESS: 0, Standing.SOON: 1, Standing.MET: 2}


def gaps_in(asked: Iterable[tuple[Required, Case]]) -> Gaps:
    """How everything asked of somebody stands, each line judged in the case of its matrix."""
    lines = [GapLine(line.code, line.source, line.requires.judge(case)) for line, case in asked]
    return Gaps(tuple(sorted(lines, key=lambda line: (_ORDER[line.result.standing], line.result.what))))


def _named(lines: Iterable[GapLine]) -> str:
    return "; ".join(line.result.what for line in lines)
