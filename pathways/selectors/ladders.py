"""Ladders in force, and reading what an edition says."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from academy.engines.requirements.node import Node
from pathways.models import LadderVersion
from pathways.schema.ladder import Asked, LadderContent, Pathway, Rung, Step

# Editions that are read again and again by one process; their content never changes under a checksum.
EDITIONS_KEPT = 64


@dataclass(frozen=True)
class Ladder:
    """An edition of a ladder with what it says; `home` is the organisation whose codes it means."""

    version: LadderVersion
    content: LadderContent

    @property
    def home(self) -> str:
        return self.version.organisation.slug

    @property
    def rungs(self) -> list[Rung]:
        return self.content.rungs

    @property
    def steps(self) -> list[Step]:
        return self.content.steps

    def rung(self, code: str) -> Rung:
        return next(rung for rung in self.rungs if rung.code == code)

    def step(self, code: str) -> Step | None:
        """The step of this code; None where this edition has none."""
        return next((step for step in self.steps if step.code == code), None)

    def steps_from(self, rung: str) -> list[Step]:
        return [step for step in self.steps if step.start == rung]

    def pathway(self, code: str) -> Pathway | None:
        return next((pathway for pathway in self.content.pathways if pathway.code == code), None)

    def pathways_of(self, step: Step) -> list[Pathway]:
        """The pathways one of which a step asks for, in its order."""
        return [pathway for code in step.pathways if (pathway := self.pathway(code)) is not None]

    def nodes(self, step: Step) -> list[Node]:
        """Everything a step asks, of whichever pathway."""
        asked: Iterable[Asked] = chain(step.requires, step.gates)
        ways = self.pathways_of(step)
        stages = (stage.requires for way in ways for stage in way.stages)
        before = (way.before for way in ways if way.before is not None)
        return [*(each.requires for each in asked), *stages, *before]

    def keys(self, step: Step) -> frozenset[str]:
        """The keys of all the facts a step is judged from, and of those that say what is being asked for."""
        return frozenset(key for node in self.nodes(step) for key in (*node.keys(self.home), *node.hints(self.home)))


_read: dict[tuple[int, str], LadderContent] = {}


def _content_of(version: LadderVersion) -> LadderContent:
    """What an edition says; read once by a process as long as it stays the same."""
    key = (version.pk, version.checksum)
    if key not in _read:
        if len(_read) >= EDITIONS_KEPT:
            _read.clear()
        _read[key] = LadderContent.model_validate(version.content)
    return _read[key]


def ladder_of(version: LadderVersion) -> Ladder:
    """An edition with what it says."""
    return Ladder(version, _content_of(version))


def ladders_in_force(organisation_ids: Collection[int], *, on: date) -> list[Ladder]:
    """The newest edition in force of every ladder of these organisations, by title. One query."""
    rows = LadderVersion.objects.in_force(on).filter(organisation_id__in=organisation_ids)
    rows = rows.select_related("organisation").order_by("valid_from", "pk")
    newest = {(row.organisation_id, row.ladder): row for row in rows}
    return [ladder_of(row) for row in sorted(newest.values(), key=lambda row: (row.title, row.pk))]
