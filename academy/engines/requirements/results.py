"""What the engine says: a tree in sentences. Never a share, a score or a judgement about a person. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from academy.engines.facts.facts import Fact
from academy.ui.states import Shape, State


class Standing(Enum):
    """How a requirement stands on the day. What runs out soon is met, and will not be for long."""

    MET = ("Met", Shape.MET)
    SOON = ("Runs out soon", Shape.AGEING)
    NOT_YET = ("Not yet", Shape.NOT_YET)

    @property
    def state(self) -> State:
        return State(*self.value)


@dataclass(frozen=True, kw_only=True)
class Result:
    """How one requirement stands: what is asked, how it stands in a sentence, since when and until when it is met.

    `action` is the next step in words, `link` where it is taken; both empty where nothing is to be done. `facts` are
    what it rests on, `parts` the results of what it is made of.
    """

    what: str
    says: str
    standing: Standing
    since: date | None = None
    until: date | None = None
    action: str = ""
    link: str = ""
    facts: tuple[Fact, ...] = ()
    parts: tuple["Result", ...] = ()

    @property
    def is_met(self) -> bool:
        return self.standing is not Standing.NOT_YET

    @property
    def runs_out_soon(self) -> bool:
        return self.standing is Standing.SOON
