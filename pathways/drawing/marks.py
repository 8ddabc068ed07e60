"""What a map tells of one person: where she stands, what lies behind her, which way she goes. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pathways.drawing.looks import STOP, STOP_DONE, STOP_HALF, Look

# How a stage of a pathway stands.
DONE, BEGUN = "done", "begun"
STOPS = {DONE: STOP_DONE, BEGUN: STOP_HALF}


@dataclass(frozen=True)
class Marks:
    """`here` is the rung she stands on, `behind` those below it; `pathway` is hers. `stages` says of a pathway and a
    stage of it that it is done or begun; one that is not named is open. `stood` says of rungs when she stood there.
    """

    here: str = ""
    name: str = ""
    behind: frozenset[str] = frozenset()
    pathway: str = ""
    stages: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    stood: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def stop(self, pathway: str, stage: str) -> Look:
        return STOPS.get(self.stages.get((pathway, stage), ""), STOP)

    def passed(self, start: str, end: str) -> bool:
        """Does the way from one rung to another lie behind her?"""
        return start in self.behind and end in self.behind | {self.here}


NOBODY = Marks()
